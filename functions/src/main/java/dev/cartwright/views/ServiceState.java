package dev.cartwright.views;

import dev.cartwright.operations.Incident;
import dev.cartwright.operations.Service;
import dev.cartwright.operations.Symptom;
import dev.cartwright.rules.State;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** How a service is, the better the earlier; asleep is one that needs no instance now. */
enum ServiceState {
    OPERATIONAL, ASLEEP, DEGRADED, PARTIAL_OUTAGE, MAJOR_OUTAGE, SILENT;

    private static final Map<String, ServiceState> BY_IMPACT =
            Map.of("minor", DEGRADED, "major", PARTIAL_OUTAGE, "critical", MAJOR_OUTAGE);

    /** @param incidents those that are open */
    static ServiceState of(State service, Collection<State> incidents) {
        boolean isDeserted = service.get(Service.INSTANCES).orElse(Map.of()).isEmpty();
        if (isDeserted && incidents.stream().anyMatch(ServiceState::isOfSilence)) {
            return SILENT;
        }
        if (isDeserted && incidents.isEmpty()) {
            return ASLEEP;
        }
        return incidents.stream().map(incident -> incident.get(Incident.IMPACT).map(BY_IMPACT::get).orElse(DEGRADED))
                .max(Comparator.naturalOrder()).orElse(OPERATIONAL);
    }

    private static boolean isOfSilence(State incident) {
        return incident.get(Incident.SYMPTOM).filter(Symptom.SILENT.word()::equals).isPresent();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
