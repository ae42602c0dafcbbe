package dev.cartwright.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.operations.AlertEvent.AlertStands;
import dev.cartwright.operations.IncidentEvent.IncidentOpened;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.State;
import dev.cartwright.rules.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is remembered of a service. */
public final class Service {

    /** The kind of the subjects that services are. */
    public static final String KIND = "service";
    /** The revision of each instance that works, as far as one knows. */
    public static final Property<Map<String, String>> INSTANCES = Property.of("instances", new TypeReference<>() {});
    /** The last ones, the newest at the end. */
    public static final Property<List<String>> REVISIONS = Property.of("revisions", new TypeReference<>() {});
    public static final Property<String> UPDATED_AT = Property.text("updated_at");
    /** The last ones, the newest at the end; those that are open are always among them. */
    public static final Property<List<Told>> INCIDENTS = Property.of("incidents", new TypeReference<>() {});
    /** The last that happened to it, the newest at the end. */
    public static final Property<List<Activity>> ACTIVITY = Property.of("activity", new TypeReference<>() {});
    static final Property<Replay> REPLAY = Property.of("replay", new TypeReference<>() {});
    /** By symptom, also those that are over. */
    static final Property<Map<String, Trouble>> TROUBLES = Property.of("troubles", new TypeReference<>() {});

    private static final int REVISIONS_KEPT = 10;
    private static final int INCIDENTS_KEPT = 50;

    /** An incident, and since when there was the trouble that it began with. */
    public record Told(String incidentId, String since) {}

    private Service() {}

    /** Of a service that is read: its instances that fell silent, while somebody should look for them. */
    public static List<String> missed(State service) {
        return service.get(TROUBLES).map(troubles -> troubles.get(Symptom.SILENT.word())).stream()
                .flatMap(Trouble::noticedBy).toList();
    }

    static Map<String, String> instances(ServiceEvent event, Subject service) {
        var instances = new TreeMap<>(service.get(INSTANCES, Map.of()));
        if (event instanceof InstanceJoined joined) {
            instances.put(joined.instance(), joined.revision());
        } else if (event instanceof InstanceLeft left) {
            instances.remove(left.instance());
        } else if (event instanceof ServiceSilent silent) {
            instances.remove(silent.instance());
        }
        return instances;
    }

    /** The alert of the symptom, where it is known and some instance shows it. */
    static List<AlertStands> standing(SymptomStands news, Subject service) {
        return Optional.ofNullable(service.get(TROUBLES, Map.of()).get(news.symptom()))
                .filter(trouble -> trouble.noticed() > 0)
                .map(trouble -> new AlertStands(trouble.incidentId())).stream().toList();
    }

    static boolean isNew(String revision, Subject service) {
        return !service.get(REVISIONS, List.of()).contains(revision);
    }

    static List<String> revisions(InstanceJoined joined, Subject service) {
        var revisions = new ArrayList<>(service.get(REVISIONS, List.of()));
        if (isNew(joined.revision(), service)) {
            revisions.add(joined.revision());
        }
        return revisions.subList(Math.max(0, revisions.size() - REVISIONS_KEPT), revisions.size());
    }

    /** With those that the event opens; before its troubles are set. */
    static List<Told> incidents(Event<? extends ServiceEvent> event, Subject service) {
        var turn = Turn.of(event, service);
        var open = turn.troubles().values().stream().filter(Trouble::goesOn).map(Trouble::incidentId).toList();
        var incidents = new ArrayList<>(service.get(INCIDENTS, List.of()));
        turn.news(IncidentOpened.class).stream()
                .filter(news -> incidents.stream().noneMatch(told -> told.incidentId().equals(news.incidentId())))
                .forEach(news -> incidents.add(new Told(news.incidentId(), news.since())));
        for (int i = 0; incidents.size() > INCIDENTS_KEPT; ) {
            if (open.contains(incidents.get(i).incidentId())) {
                i++;
            } else {
                incidents.remove(i);
            }
        }
        return incidents;
    }
}
