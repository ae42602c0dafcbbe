package dev.cartwright.operations;

import dev.cartwright.operations.InstanceEvent.FunctionStarted;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.InstanceEvent.Resources;
import dev.cartwright.operations.InstanceEvent.Stores;
import dev.cartwright.operations.InstanceEvent.Work;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.SymptomCeased;
import dev.cartwright.operations.ServiceEvent.SymptomNoticed;
import dev.cartwright.operations.ServiceEvent.SymptomOver;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.rules.testing.Scenario;
import dev.cartwright.shop.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What instances of the service {@code cart} tell; made for static import. */
final class OperationsScenario {

    static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");

    private static final RuleSet RULES = Shop.rules();
    private static final Work IDLE = new Work(10L, 0L, 10L, 0L, 5L, 5L, 5L, 25L, 25L, 0L);
    private static final Stores PRESENT = new Stores(1L, 5L);

    private OperationsScenario() {}

    static Scenario given(Happening... past) {
        return Scenario.given(RULES, past);
    }

    static Happening started(String instance) {
        return Happening.event(new FunctionStarted("cart." + instance, "cart", "r1"));
    }

    static Happening joined(String instance) {
        return joined(instance, "r1");
    }

    static Happening joined(String instance, String revision) {
        return Happening.event(new InstanceJoined("cart", instance, revision));
    }

    static Happening noticed(Symptom symptom, String instance) {
        return Happening.event(new SymptomNoticed("cart", instance, symptom.word(), "2023-04-19T08:59:00.000000Z"));
    }

    static Happening noticed(Symptom symptom, String instance, Instant since) {
        return Happening.event(new SymptomNoticed("cart", instance, symptom.word(), Rfc3339.format(since)))
                .at(since.plusSeconds(10));
    }

    static Happening ceased(Symptom symptom, String instance) {
        return Happening.event(new SymptomCeased("cart", instance, symptom.word()));
    }

    static Happening over(Symptom symptom, String instance) {
        return Happening.event(new SymptomOver("cart", instance, symptom.word()));
    }

    static HealthSampled well() {
        return sample(IDLE, PRESENT);
    }

    static HealthSampled withoutRedis() {
        return sample(IDLE, new Stores(null, 5L));
    }

    static HealthSampled withoutBigtable() {
        return sample(IDLE, new Stores(1L, null));
    }

    static HealthSampled withErrors(long requests, long errors) {
        return sample(new Work(10L, 0L, requests, errors, 5L, 5L, 5L, 25L, 25L, 0L), PRESENT);
    }

    static HealthSampled withLatency(long p99) {
        return sample(new Work(10L, 0L, 10L, 0L, 5L, 5L, 5L, 25L, p99, 0L), PRESENT);
    }

    static HealthSampled withDeadLetters(long letters) {
        return sample(new Work(10L, letters, 10L, 0L, 5L, 5L, 5L, 25L, 25L, 0L), PRESENT);
    }

    static HealthSampled sample(Work work, Stores stores) {
        return sample(work, stores, 0);
    }

    static HealthSampled withReplays(long replays) {
        return sample(IDLE, PRESENT, replays);
    }

    private static HealthSampled sample(Work work, Stores stores, long replays) {
        return new HealthSampled("cart.a", "cart", "r1", 10L, work, new Resources(10L, 100L, 512L, 1_000L, 1_000L),
                stores, null, replays);
    }

    /** One after the other, ten seconds apart, the first at nine. */
    static Happening[] everyTenSeconds(Stream<HealthSampled> samples) {
        List<Happening> happenings = new ArrayList<>();
        samples.forEach(sample ->
                happenings.add(Happening.event(sample).at(NINE.plusSeconds(10L * happenings.size()))));
        return happenings.toArray(Happening[]::new);
    }

    static Stream<HealthSampled> times(int n, HealthSampled sample) {
        return Stream.generate(() -> sample).limit(n);
    }
}
