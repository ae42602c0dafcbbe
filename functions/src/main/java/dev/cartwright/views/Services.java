package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.operations.Activity;
import dev.cartwright.operations.Availability;
import dev.cartwright.operations.Incident;
import dev.cartwright.operations.Instance;
import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.Service;
import dev.cartwright.operations.Service.Told;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How all services are, in order of their names, but for those that are gone. */
final class Services extends OperationsView {

    static final String NAME = "services";

    /** Of which nothing was heard for so long. */
    private static final Duration GONE_AFTER = Duration.ofDays(30);

    private final Estate estate;
    private final Days days;

    Services(Estate estate, Days days) {
        super(NAME);
        this.estate = estate;
        this.days = days;
    }

    /** An instance that works, as far as one knows. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record InstanceRow(String instance, String revision, boolean running, String startedAt, String heardAt,
            HealthSampled sample) {

        static InstanceRow of(String id, State instance) {
            return new InstanceRow(id, instance.get(Instance.REVISION).orElse(null),
                    instance.get(Instance.RUNNING).orElse(false), instance.get(Instance.STARTED_AT).orElse(null),
                    instance.get(Instance.HEARD_AT).orElse(null), instance.get(Instance.SAMPLE).orElse(null));
        }
    }

    /**
     * A service.
     *
     * @param availability of thirty days; null where nobody asked
     * @param budgetLeft the share of the errors that thirty days may have; below zero where there were more
     * @param incidents the ids of those that are open
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(String service, String state, List<InstanceRow> instances, List<String> revisions, String updatedAt,
            double objective, Double availability, Double budgetLeft, List<Days.Day> days, List<String> incidents) {}

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        var registered = estate.registered();
        var services = estate.states(Service.KIND, registered.keySet());
        var instances = estate.states(InstanceEvent.KIND, all(services.values().stream().map(Services::instances)
                .toList()));
        var incidents = estate.states(Incident.KIND, all(services.values().stream().map(Services::incidents).toList()));
        List<Row> rows = new ArrayList<>();
        services.forEach((name, service) -> {
            var open = incidents(service).stream().filter(id -> Incident.isOpen(incidents.get(id))).toList();
            var heard = heard(service, instances).orElse(registered.get(name));
            if (!open.isEmpty() || Rfc3339.parse(heard).plus(GONE_AFTER).isAfter(now)) {
                rows.add(row(name, service, instances, open, incidents, days.of(name, registered.get(name), now)));
            }
        });
        return rows;
    }

    /** When it was heard of last; of an instance that nobody saw die it is known by its own samples only. */
    private static Optional<String> heard(State service, Map<String, State> instances) {
        var happened = service.get(Service.ACTIVITY).orElse(List.of()).stream().map(Activity::time);
        var told = instances(service).stream().flatMap(id -> instances.get(id).get(Instance.HEARD_AT).stream());
        return Stream.concat(happened, told).max(Comparator.naturalOrder());
    }

    private static Row row(String name, State service, Map<String, State> instances, List<String> open,
            Map<String, State> incidents, List<Days.Day> days) {
        var month = Days.sum(days);
        return new Row(name, ServiceState.of(service, open.stream().map(incidents::get).toList()).word(),
                instances(service).stream().map(id -> InstanceRow.of(id, instances.get(id))).toList(),
                service.get(Service.REVISIONS).orElse(List.of()), service.get(Service.UPDATED_AT).orElse(null),
                Availability.OBJECTIVE, month.availability(), month.budgetLeft(), days, open);
    }

    private static List<String> instances(State service) {
        return List.copyOf(service.get(Service.INSTANCES).orElse(Map.of()).keySet());
    }

    private static List<String> incidents(State service) {
        return service.get(Service.INCIDENTS).orElse(List.of()).stream().map(Told::incidentId).toList();
    }

    private static List<String> all(List<? extends Collection<String>> some) {
        return some.stream().flatMap(Collection::stream).distinct().toList();
    }
}
