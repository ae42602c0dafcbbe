package dev.cartwright.runtime;

import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Counts and logs dead letters, under their traces and without what their senders wrote. Thread-safe. */
public final class DeadLetterReport {

    private static final Logger LOG = Logger.getLogger(DeadLetterReport.class);
    /** What comes after a colon may quote data; the class of an exception does not. */
    private static final Pattern UNQUOTED = Pattern.compile("[^:]*(: [\\w.$]+(?=:|$))?");

    private final LaneMeters meters;

    public DeadLetterReport(LaneMeters meters) {
        this.meters = meters;
    }

    /** @param traceparent of the event; null where it has none */
    public void tell(String type, String subject, String reason, String traceparent) {
        meters.deadLettered(type);
        Trace.log(Trace.id(traceparent), () ->
                LOG.warnf("Dead letter: %s of a %s, %s", meters.known(type), meters.knownKind(subject), unquoted(reason)));
    }

    private static String unquoted(String reason) {
        var words = UNQUOTED.matcher(reason);
        return words.lookingAt() ? words.group() : "";
    }
}
