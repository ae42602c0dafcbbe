package dev.cartwright.operations;

import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subject;
import java.time.Duration;
import java.util.List;

/** What is remembered of an alert. */
public final class Alert {

    /** The kind of the subjects that alerts are. */
    public static final String KIND = "alert";
    /** How often, at most, a notice reminds of an alert; whoever tells it on may do so less often. */
    public static final Duration REMINDED_EVERY = Duration.ofMinutes(5);

    /** Whether it stands. */
    public static final Property<Boolean> RAISED = Property.flag("raised");
    public static final Property<String> SERVICE = Property.text("service");
    public static final Property<String> SEVERITY = Property.text("severity");
    public static final Property<String> SINCE = Property.text("since");
    public static final Property<String> SUMMARY = Property.text("summary");
    public static final Property<String> RUNBOOK = Property.text("runbook");
    /** When it was raised last, and when the last notice of it was. */
    static final Property<String> RAISED_AT = Property.text("raised_at");
    static final Property<String> TOLD_AT = Property.text("told_at");
    /** When it was cleared last. */
    public static final Property<String> CLEARED_AT = Property.text("cleared_at");

    private Alert() {}

    static AlertNotice raised(Event<? extends AlertRaised> event) {
        var alert = event.data();
        var time = Rfc3339.format(event.time());
        return new AlertNotice(noticeId(event, alert.alertId()), alert.alertId(), NoticeEvent.RAISED, alert.service(),
                alert.severity(), alert.since(), alert.summary(), alert.runbook(), time, time);
    }

    static List<AlertNotice> reminder(Event<? extends AlertEvent> event, Subject alert) {
        return isDue(event, alert) ? List.of(notice(event, alert, NoticeEvent.REMINDER)) : List.of();
    }

    static String toldAt(Event<? extends AlertEvent> event, Subject alert) {
        return isDue(event, alert) ? Rfc3339.format(event.time()) : alert.get(TOLD_AT).orElseThrow();
    }

    private static boolean isDue(Event<?> event, Subject alert) {
        var raised = Rfc3339.parse(alert.get(RAISED_AT).orElseThrow());
        var told = Rfc3339.parse(alert.get(TOLD_AT).orElseThrow());
        return new Rhythm(raised, REMINDED_EVERY).beats(told, event.time());
    }

    /** With what is known of the alert. */
    static AlertNotice notice(Event<? extends AlertEvent> event, Subject alert, String news) {
        var id = event.data().alertId();
        return new AlertNotice(noticeId(event, id), id, news, alert.get(SERVICE).orElse(null),
                alert.get(SEVERITY).orElse(null), alert.get(SINCE).orElse(null), alert.get(SUMMARY).orElse(null),
                alert.get(RUNBOOK).orElse(null), alert.get(RAISED_AT).orElse(null), alert.get(TOLD_AT).orElse(null));
    }

    private static String noticeId(Event<?> event, String alertId) {
        return alertId + '.' + Rfc3339.format(event.time());
    }
}
