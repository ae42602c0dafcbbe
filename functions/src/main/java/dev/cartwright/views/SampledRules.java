package dev.cartwright.views;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.operations.InstanceEvent.RuleWork;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.SubjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What rules did as the samples of instances tell; of each instance only what is new is read. Thread-safe. */
final class SampledRules implements RuleTally {

    private static final Duration KEPT = Duration.ofHours(1);
    /** A little more than a minute's, and than an hour's. */
    private static final int FEW = 10;
    private static final int ALL = 400;
    private static final TypeReference<Map<String, RuleWork>> WORKS = new TypeReference<>() {};

    private final SubjectReader subjects;
    private final Supplier<? extends Collection<String>> instances;
    private final Map<String, TreeMap<Instant, Map<String, RuleWork>>> known = new HashMap<>();

    /** @param instances the ids of those that work */
    SampledRules(SubjectReader subjects, Supplier<? extends Collection<String>> instances) {
        this.subjects = subjects;
        this.instances = instances;
    }

    @Override
    public synchronized Map<String, RuleWork> between(Instant from, Instant to) {
        var there = instances.get();
        known.keySet().retainAll(there);
        there.forEach(instance -> refresh(instance, to.minus(KEPT)));
        Map<String, RuleWork> sums = new TreeMap<>();
        known.values().forEach(samples -> samples.subMap(from, false, to, true).values()
                .forEach(works -> works.forEach((rule, work) -> sums.merge(rule, work, SampledRules::sum))));
        return sums;
    }

    private void refresh(String instance, Instant oldest) {
        var samples = known.computeIfAbsent(instance, id -> new TreeMap<>());
        if (samples.isEmpty() || !read(instance, samples, FEW)) {
            read(instance, samples, ALL);
        }
        samples.headMap(oldest).clear();
    }

    /** True where they reach back to what was known before. */
    private boolean read(String instance, TreeMap<Instant, Map<String, RuleWork>> samples, int limit) {
        boolean reached = false;
        for (var row : subjects.history(InstanceEvent.KIND + '/' + instance, null, limit)) {
            reached |= samples.putIfAbsent(row.key().position().time(), works(row)) != null;
        }
        return reached;
    }

    /** Old samples do not tell, and what is none neither. */
    private static Map<String, RuleWork> works(LogRow row) {
        try {
            var rules = Json.MAPPER.readTree(row.event().getData().toBytes()).path("rules");
            return rules.isObject() ? Json.MAPPER.convertValue(rules, WORKS) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("a sample in the log is no JSON", e);
        }
    }

    private static RuleWork sum(RuleWork one, RuleWork other) {
        return new RuleWork(one.fired() + other.fired(), one.stopped() + other.stopped(),
                one.failed() + other.failed());
    }
}
