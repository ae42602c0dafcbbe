package dev.cartwright.operations;

import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a service and explains what its figures do.
 *
 * @param kind deploy, instance-started, -stopped or -silent, incident-opened or -resolved
 * @param instance null where it is about all of them
 */
public record Activity(String time, String kind, String instance, String text) {

    private static final int KEPT = 100;

    /** What was known, and that a revision is new. */
    static List<Activity> deployed(Event<? extends ServiceEvent.ServiceUpdated> event, Subject service) {
        return plus(service, List.of(at(event, "deploy", null, "Revision " + event.data().revision())));
    }

    /** What was known, and who comes or goes; before the service knows of it. */
    static List<Activity> ofInstance(Event<? extends ServiceEvent> event, Subject service) {
        var known = service.get(Service.INSTANCES, Map.of()).keySet();
        Optional<Activity> news = Optional.empty();
        if (event.data() instanceof InstanceJoined joined && !known.contains(joined.instance())) {
            news = Optional.of(at(event, "instance-started", joined.instance(),
                    "It works, with revision " + joined.revision()));
        } else if (event.data() instanceof InstanceLeft left && known.contains(left.instance())) {
            news = Optional.of(at(event, "instance-stopped", left.instance(), "It ended as it was told to"));
        } else if (event.data() instanceof ServiceSilent silent) {
            news = Optional.of(at(event, "instance-silent", silent.instance(),
                    "It says nothing since " + silent.since()));
        }
        return plus(service, news.stream().toList());
    }

    /** What was known, and which troubles came and went; before the service knows of it. */
    static List<Activity> ofIncidents(Event<? extends ServiceEvent> event, Subject service) {
        var before = service.get(Service.TROUBLES, Map.of());
        var after = Turn.of(event.data(), service).troubles();
        var news = new ArrayList<Activity>();
        before.keySet().stream().filter(symptom -> !after.containsKey(symptom))
                .forEach(symptom -> news.add(at(event, "incident-resolved", null, summary(symptom))));
        after.keySet().stream().filter(symptom -> !before.containsKey(symptom))
                .forEach(symptom -> news.add(at(event, "incident-opened", null, summary(symptom))));
        return plus(service, news);
    }

    private static String summary(String symptom) {
        return Symptom.of(symptom).map(Symptom::summary).orElse(symptom);
    }

    private static Activity at(Event<?> event, String kind, String instance, String text) {
        return new Activity(Rfc3339.format(event.time()), kind, instance, text);
    }

    private static List<Activity> plus(Subject service, List<Activity> news) {
        var all = new ArrayList<>(service.get(Service.ACTIVITY, List.of()));
        all.addAll(news);
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
