package dev.cartwright.operations;

import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened to a service and explains what its figures do.
 *
 * @param kind deploy, replay, instance-started, -stopped or -silent, incident-opened or -resolved
 * @param instance null where it is about all of them
 */
public record Activity(String time, String kind, String instance, String text) {

    private static final String REPLAY = "replay";
    private static final String STARTED = "instance-started";
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
            news = Optional.of(at(event, STARTED, joined.instance(),
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
        var before = ongoing(service.get(Service.TROUBLES, Map.of()));
        var after = ongoing(Turn.of(event, service).troubles());
        var news = new ArrayList<Activity>();
        before.stream().filter(symptom -> !after.contains(symptom))
                .forEach(symptom -> news.add(at(event, "incident-resolved", null, summary(symptom))));
        after.stream().filter(symptom -> !before.contains(symptom))
                .forEach(symptom -> news.add(at(event, "incident-opened", null, summary(symptom))));
        return plus(service, news);
    }

    private static List<String> ongoing(Map<String, Trouble> troubles) {
        return troubles.entrySet().stream().filter(trouble -> trouble.getValue().goesOn()).map(Map.Entry::getKey)
                .toList();
    }

    /** What was known, and how many subjects were folded again; before the service knows of it. */
    static List<Activity> replayed(SubjectsReplayed event, Subject service) {
        var wave = Replay.with(event, service);
        var text = String.format(Locale.ROOT, "%,d subjects were folded again from the log", wave.subjects());
        var known = Replay.continued(event, service).map(Replay::since);
        var others = service.get(Service.ACTIVITY, List.<Activity>of()).stream()
                .filter(activity -> !activity.kind().equals(REPLAY) || known.filter(activity.time()::equals).isEmpty());
        return last(Stream.concat(others, Stream.of(new Activity(wave.since(), REPLAY, null, text))).toList());
    }

    private static String summary(String symptom) {
        return Symptom.of(symptom).map(Symptom::summary).orElse(symptom);
    }

    /** Whether another instance came since then. */
    static boolean isReplaced(ServiceSilent silent, Subject service) {
        return service.get(Service.ACTIVITY, List.of()).stream().anyMatch(activity -> activity.kind().equals(STARTED)
                && !activity.instance().equals(silent.instance()) && activity.time().compareTo(silent.since()) > 0);
    }

    private static Activity at(Event<?> event, String kind, String instance, String text) {
        return new Activity(Rfc3339.format(event.time()), kind, instance, text);
    }

    private static List<Activity> plus(Subject service, List<Activity> news) {
        var all = new ArrayList<>(service.get(Service.ACTIVITY, List.of()));
        all.addAll(news);
        return last(all);
    }

    private static List<Activity> last(List<Activity> all) {
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
