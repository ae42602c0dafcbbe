package dev.cartwright.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.State;
import dev.cartwright.rules.Subject;
import java.util.ArrayList;
import java.util.List;

/** What is remembered of an incident. */
public final class Incident {

    /** The kind of the subjects that incidents are. */
    public static final String KIND = "incident";
    public static final Property<String> SERVICE = Property.text("service");
    public static final Property<String> SYMPTOM = Property.text("symptom");
    public static final Property<String> SEVERITY = Property.text("severity");
    public static final Property<String> IMPACT = Property.text("impact");
    public static final Property<String> STATE = Property.text("state");
    public static final Property<String> SINCE = Property.text("since");
    public static final Property<String> SUMMARY = Property.text("summary");
    public static final Property<String> RUNBOOK = Property.text("runbook");
    public static final Property<String> RESOLVED_AT = Property.text("resolved_at");
    /** What became known of it, in order; of a long one the middle is forgotten. */
    public static final Property<List<Entry>> TIMELINE = Property.of("timeline", new TypeReference<>() {});

    private static final int KEPT = 100;

    /**
     * One line of the timeline.
     *
     * @param by who says so; null for the rules
     */
    public record Entry(String time, String state, String message, String by) {}

    private Incident() {}

    /** True until it is resolved; also before it is known, since events may overtake each other. */
    static boolean isOpen(Subject incident) {
        return !incident.get(STATE, "").equals(IncidentEvent.RESOLVED);
    }

    /** Of an incident that is read: true from when it is known until it is resolved. */
    public static boolean isOpen(State incident) {
        return incident.get(SERVICE).isPresent()
                && incident.get(STATE).filter(IncidentEvent.RESOLVED::equals).isEmpty();
    }

    /** As it is where it is open; what was resolved begins again. */
    static String opened(Subject incident) {
        return isOpen(incident) ? incident.get(STATE, IncidentEvent.INVESTIGATING) : IncidentEvent.INVESTIGATING;
    }

    /** The earliest that anybody told. */
    static String since(String news, Subject incident) {
        return incident.get(SINCE).filter(known -> known.compareTo(news) < 0).orElse(news);
    }

    static List<Entry> timeline(Event<?> event, Subject incident, String message, String by) {
        var timeline = new ArrayList<>(incident.get(TIMELINE, List.of()));
        timeline.add(new Entry(Rfc3339.format(event.time()), incident.get(STATE, IncidentEvent.INVESTIGATING),
                message, by));
        if (timeline.size() > KEPT) {
            timeline.remove(KEPT / 2);
        }
        return timeline;
    }
}
