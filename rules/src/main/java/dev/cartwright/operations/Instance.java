package dev.cartwright.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.InstanceEvent.InstanceLost;
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is remembered of an instance. */
public final class Instance {

    /** Longer than this without a word, and it counts as gone. */
    public static final Duration SILENT_AFTER = Duration.ofSeconds(45);

    /** Whether it works, as far as one knows. */
    public static final Property<Boolean> RUNNING = Property.flag("running");
    public static final Property<String> REVISION = Property.text("revision");
    public static final Property<String> SERVICE = Property.text("service");
    public static final Property<String> STARTED_AT = Property.text("started_at");
    public static final Property<String> HEARD_AT = Property.text("heard_at");
    /** The last sample as it was told. */
    public static final Property<HealthSampled> SAMPLE = Property.of("sample", new TypeReference<>() {});
    static final Property<Budget> BUDGET = Property.of("budget", new TypeReference<>() {});
    static final Property<Tally> UNTOLD = Property.of("untold", new TypeReference<>() {});
    static final Property<Wave> WAVE = Property.of("wave", new TypeReference<>() {});
    static final Property<Map<String, Watch>> WATCHES = Property.of("watches", new TypeReference<>() {});

    private Instance() {}

    static Map<String, Watch> watches(Event<? extends HealthSampled> event, Subject instance) {
        var before = instance.get(WATCHES, Map.of());
        var after = new TreeMap<String, Watch>();
        for (var symptom : Symptom.values()) {
            var reading = symptom.read(event.data(), instance.get(BUDGET, Budget.UNSPENT), event.time());
            var next = Watch.next(before.get(symptom.word()), symptom, reading, event.time());
            if (next != null) {
                after.put(symptom.word(), next);
            }
        }
        return after;
    }

    /** Symptoms that came into this phase with the last sample. */
    static Stream<Map.Entry<String, Watch>> turned(Subject instance, Watch.Phase phase) {
        return instance.get(WATCHES, Map.of()).entrySet().stream()
                .filter(watch -> watch.getValue().turned() && watch.getValue().phase() == phase);
    }

    /** Symptoms that stand, where it is time to tell so again; asked before the sample is heard. */
    static List<SymptomStands> standing(Event<? extends HealthSampled> event, Subject instance) {
        var heard = instance.get(HEARD_AT).map(Rfc3339::parse).orElse(event.time());
        return instance.get(WATCHES, Map.of()).entrySet().stream()
                .filter(watch -> watch.getValue().phase() == Watch.Phase.NOTICED)
                .filter(watch -> new Rhythm(Rfc3339.parse(watch.getValue().since()), Alert.REMINDED_EVERY)
                        .beats(heard, event.time()))
                .map(watch -> new SymptomStands(event.data().service(), event.data().instance(), watch.getKey()))
                .toList();
    }

    /** Whoever told something since then lives. */
    static boolean isHeardAfter(InstanceLost lost, Subject instance) {
        return instance.get(HEARD_AT, "").compareTo(Tally.whenHeard(lost.since())) >= 0;
    }

    static List<HealthSampled> onlyAfterSilence(Event<? extends HealthSampled> event, Subject instance) {
        Optional<Instant> heard = instance.get(HEARD_AT).map(Rfc3339::parse);
        boolean silent = heard.filter(last -> !last.plus(SILENT_AFTER).isBefore(event.time())).isEmpty();
        return silent ? List.of(event.data()) : List.of();
    }
}
