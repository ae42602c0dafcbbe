package dev.cartwright.runtime;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.SystemEvent;
import dev.cartwright.rules.Trigger;
import java.util.HashSet;

/** Counts what each rule did with the events that were committed here. Thread-safe. */
final class RuleReport {

    private final RuleSet rules;
    private final LaneMeters meters;

    RuleReport(RuleSet rules, LaneMeters meters) {
        this.rules = rules;
        this.meters = meters;
    }

    /** Once an event. */
    void tell(String type, Recorded recorded) {
        var fired = new HashSet<>(recorded.rules());
        var failed = failed(recorded);
        for (var rule : rules.on(type)) {
            if (rule.name().equals(failed)) {
                meters.tried(rule.name(), RuleOutcome.FAILED);
            } else if (fired.contains(rule.name())) {
                meters.tried(rule.name(), RuleOutcome.FIRED);
            } else if (recorded.outcome() == Decision.Outcome.APPLIED
                    && !(rule.trigger() instanceof Trigger.OfProperties)) {
                meters.tried(rule.name(), RuleOutcome.STOPPED);
            }
        }
    }

    /** Null where no rule did: the letter that tells of it names the rule. */
    private static String failed(Recorded recorded) {
        return recorded.followUps().stream().filter(letter -> letter.type().equals(SystemEvent.DEAD_LETTERED))
                .findFirst().map(letter -> letter.data().path("rule").asText(null)).orElse(null);
    }
}
