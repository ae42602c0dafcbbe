package dev.cartwright.operations;

import dev.cartwright.operations.Watch.Phase;
import java.util.Map;
import java.util.TreeMap;

/**
 * A symptom that a service has, from the first instance that shows it until the last is well again.
 *
 * @param incidentId also the alert's
 * @param impact the worst so far
 * @param instances how far each is with it: noticed or ceased
 */
record Trouble(String incidentId, Impact impact, Map<String, Phase> instances) {

    private static final int HOUR = "2023-04-19T09".length();

    /**
     * The incident is named by the hour: after an outage instances catch up one after the other, and whichever turns
     * out to have been first must not make it another incident than the one that is told of already.
     */
    static Trouble begins(String service, Symptom symptom, String since, Impact impact, String instance) {
        var id = service + '.' + symptom.word() + '.' + since.substring(0, HOUR);
        return new Trouble(id, impact, Map.of(instance, Phase.NOTICED));
    }

    Trouble with(String instance, Phase phase) {
        var changed = new TreeMap<>(instances);
        changed.put(instance, phase);
        return new Trouble(incidentId, impact, changed);
    }

    Trouble without(String instance) {
        var changed = new TreeMap<>(instances);
        changed.remove(instance);
        return new Trouble(incidentId, impact, changed);
    }

    Trouble ofImpact(Impact worse) {
        return new Trouble(incidentId, worse, instances);
    }

    int noticed() {
        return (int) instances.values().stream().filter(Phase.NOTICED::equals).count();
    }

    boolean isOver() {
        return instances.isEmpty();
    }
}
