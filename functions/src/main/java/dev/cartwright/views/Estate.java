package dev.cartwright.views;

import dev.cartwright.operations.Register;
import dev.cartwright.operations.Service;
import dev.cartwright.operations.Service.Told;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.SubjectReader;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what there is to look after: all of it hangs on the register of services. Thread-safe. */
public final class Estate {

    private static final String REGISTER = Register.KIND + '/' + Register.ALL;
    /** Of all services together. */
    private static final int MOST_INCIDENTS = 100;
    private static final Comparator<Told> NEWEST_FIRST =
            Comparator.comparing(Told::since).reversed().thenComparing(Told::incidentId);

    private final SubjectReader subjects;

    public Estate(SubjectReader subjects) {
        this.subjects = subjects;
    }

    /** Since when there is each of the services, in order of their names. */
    Map<String, String> registered() {
        return subjects.current(REGISTER).flatMap(register -> register.get(Register.SERVICES)).orElse(Map.of());
    }

    /** All services by their names. */
    public Map<String, State> services() {
        return states(Service.KIND, registered().keySet());
    }

    /** The ids of the newest incidents, which are those of alerts, too. */
    List<String> incidents() {
        return services().values().stream().flatMap(service -> service.get(Service.INCIDENTS).stream())
                .flatMap(List::stream).sorted(NEWEST_FIRST).limit(MOST_INCIDENTS).map(Told::incidentId).toList();
    }

    /** The states of subjects of one kind by their ids, in the order of these; of unknown ones the empty one. */
    Map<String, State> states(String kind, Collection<String> ids) {
        Map<String, State> states = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            var known = subjects.current(ids.stream().map(id -> kind + '/' + id).toList());
            ids.forEach(id -> states.put(id, known.get(kind + '/' + id).state()));
        }
        return states;
    }
}
