package dev.cartwright.operations;

import dev.cartwright.operations.Watch.Phase;
import dev.cartwright.rules.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A symptom that a service has, from the first instance that shows it until the last is well again. It is remembered
 * afterwards: what comes back within the hour is the same.
 *
 * @param incidentId also the alert's
 * @param number how many there have been of the symptom
 * @param impact the worst so far
 * @param instances how far each is with it: noticed or ceased
 * @param endedAt null while it goes on
 */
record Trouble(String incidentId, long number, Impact impact, Map<String, Phase> instances, String endedAt) {

    private static final Duration SAME_WITHIN = Duration.ofHours(1);

    /**
     * The incident is named by its number, not by when it began: after an outage instances catch up one after the
     * other, and whichever turns out to have been first must not make it another incident than the one that is told
     * of already.
     */
    static Trouble begins(String service, Symptom symptom, long number, Impact impact, String instance) {
        var id = service + '.' + symptom.word() + '.' + number;
        return new Trouble(id, number, impact, Map.of(instance, Phase.NOTICED), null);
    }

    /** The number of one that begins then, after this one has ended. */
    long nextAt(Instant time) {
        return Rfc3339.parse(endedAt).plus(SAME_WITHIN).isBefore(time) ? number + 1 : number;
    }

    Trouble with(String instance, Phase phase) {
        var changed = new TreeMap<>(instances);
        changed.put(instance, phase);
        return new Trouble(incidentId, number, impact, changed, endedAt);
    }

    Trouble without(String instance) {
        var changed = new TreeMap<>(instances);
        changed.remove(instance);
        return new Trouble(incidentId, number, impact, changed, endedAt);
    }

    Trouble ofImpact(Impact worse) {
        return new Trouble(incidentId, number, worse, instances, endedAt);
    }

    Trouble ended(Instant time) {
        return new Trouble(incidentId, number, impact, Map.of(), Rfc3339.format(time));
    }

    boolean goesOn() {
        return endedAt == null;
    }

    Stream<String> noticedBy() {
        return instances.entrySet().stream().filter(instance -> instance.getValue() == Phase.NOTICED)
                .map(Map.Entry::getKey);
    }

    int noticed() {
        return (int) noticedBy().count();
    }
}
