package dev.cartwright.runtime;

import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Subjects;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** What is counted of the lanes, by type; undeclared types count as one, so that the number of series is bounded. */
public final class LaneMeters {

    /** The counter of what rules did, with the tags {@code rule} and {@code outcome}. */
    public static final String RULES = "cartwright.rules";

    /** The counter of histories that were folded again: not of subjects that are new, or only confirmed. */
    public static final String REPLAYS = "cartwright.replays";

    private static final String UNDECLARED = "undeclared";

    /** Buckets of instances can be added up, percentiles cannot; objectives count what took longer than one of them. */
    private static final Duration[] BOUNDS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final EventCatalog catalog;
    private final Counter conflicts;
    private final Counter refolds;
    private final Counter replays;
    private final DistributionSummary batchSize;
    private final Map<String, Counter> received = new ConcurrentHashMap<>();
    private final Map<String, Counter> late = new ConcurrentHashMap<>();
    private final Map<String, Counter> restamped = new ConcurrentHashMap<>();
    private final Map<String, Counter> deadLettered = new ConcurrentHashMap<>();
    private final Map<String, Counter> unhandled = new ConcurrentHashMap<>();
    private final Map<String, Counter> failed = new ConcurrentHashMap<>();
    private final Map<String, Map<RuleOutcome, Counter>> rules = new ConcurrentHashMap<>();
    private final Map<String, Map<Outcome, Timer>> processed = new ConcurrentHashMap<>();

    public LaneMeters(MeterRegistry registry, EventCatalog catalog) {
        this.registry = registry;
        this.catalog = catalog;
        this.conflicts = Counter.builder("cartwright.conflicts")
                .description("Compare-and-sets that another instance won").register(registry);
        this.refolds = Counter.builder("cartwright.refolds")
                .description("Subjects folded from their logs").register(registry);
        this.replays = Counter.builder(REPLAYS)
                .description("Histories folded again: the cache lost them, rules are new, or events came late")
                .register(registry);
        this.batchSize = DistributionSummary.builder("cartwright.batch.size")
                .description("Deliveries committed together").publishPercentiles(0.5, 0.99).register(registry);
    }

    void depth(int lane, IntSupplier depth) {
        Gauge.builder("cartwright.lane.depth", depth::getAsInt).tag("lane", Integer.toString(lane))
                .description("Deliveries that wait or are being committed").strongReference(true).register(registry);
    }

    void received(String type) {
        counter(received, "cartwright.events.received", type).increment();
    }

    void late(String type) {
        counter(late, "cartwright.events.late", type).increment();
    }

    /** A source and id that the subject has at another time, too; seen where its history is folded. */
    void restamped(String type) {
        counter(restamped, "cartwright.events.restamped", type).increment();
    }

    void deadLettered(String type) {
        counter(deadLettered, "cartwright.events.dead.lettered", type).increment();
    }

    /** An event that is kept although its type triggers no function. */
    public void unhandled(String type) {
        counter(unhandled, "cartwright.events.unhandled", type).increment();
    }

    void failed(String type) {
        counter(failed, "cartwright.events.failed", type).increment();
    }

    /** Of the rules that there are: their names bound the number of series. */
    void tried(String rule, RuleOutcome outcome) {
        rules.computeIfAbsent(rule, r -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, o -> Counter.builder(RULES).tags("rule", rule, "outcome", o.tag())
                        .description("Events that a rule was tried on, and what it did").register(registry))
                .increment();
    }

    void processed(String type, Outcome outcome, Duration took) {
        processed.computeIfAbsent(known(type), t -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, o -> Timer.builder("cartwright.events.processed")
                        .description("From a delivery's arrival to its acknowledgement")
                        .tags("type", known(type), "outcome", o.name().toLowerCase().replace('_', '-'))
                        .serviceLevelObjectives(BOUNDS).register(registry))
                .record(took);
    }

    void conflict() {
        conflicts.increment();
    }

    void refolded(int subjects) {
        refolds.increment(subjects);
    }

    void replayed() {
        replays.increment();
    }

    void batch(int size) {
        batchSize.record(size);
    }

    private Counter counter(Map<String, Counter> counters, String name, String type) {
        return counters.computeIfAbsent(known(type),
                t -> Counter.builder(name).tag("type", t).register(registry));
    }

    /** A name for what somebody else may have made up. */
    String known(String type) {
        return catalog.find(type).isPresent() ? type : UNDECLARED;
    }

    /** The kind of the subject, likewise. */
    String knownKind(String subject) {
        var kind = Subjects.kind(subject);
        return catalog.groupOf(kind).isPresent() ? kind : UNDECLARED;
    }
}
