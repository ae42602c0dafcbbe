package dev.cartwright.sre;

import dev.cartwright.operations.InstanceEvent.RuleWork;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.RuleOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule did what, since the start or between two looks. */
record RuleCounts(Map<String, Map<RuleOutcome, Long>> counts) {

    static RuleCounts now(MeterRegistry meters) {
        Map<String, Map<RuleOutcome, Long>> counts = new TreeMap<>();
        for (var outcome : RuleOutcome.values()) {
            for (var counter : meters.find(LaneMeters.RULES).tag("outcome", outcome.tag()).counters()) {
                of(counts, counter).put(outcome, Math.round(counter.count()));
            }
        }
        return new RuleCounts(counts);
    }

    private static Map<RuleOutcome, Long> of(Map<String, Map<RuleOutcome, Long>> counts, Counter counter) {
        return counts.computeIfAbsent(counter.getId().getTag("rule"), rule -> new EnumMap<>(RuleOutcome.class));
    }

    /** Of the rules that were tried since; null where none was. */
    Map<String, RuleWork> since(RuleCounts before) {
        Map<String, RuleWork> works = new TreeMap<>();
        counts.forEach((rule, now) -> {
            var then = before.counts.getOrDefault(rule, Map.of());
            if (!now.equals(then)) {
                works.put(rule, new RuleWork(more(RuleOutcome.FIRED, now, then), more(RuleOutcome.STOPPED, now, then),
                        more(RuleOutcome.FAILED, now, then)));
            }
        });
        return works.isEmpty() ? null : works;
    }

    private static long more(RuleOutcome outcome, Map<RuleOutcome, Long> now, Map<RuleOutcome, Long> then) {
        return now.getOrDefault(outcome, 0L) - then.getOrDefault(outcome, 0L);
    }
}
