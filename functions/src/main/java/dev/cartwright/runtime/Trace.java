package dev.cartwright.runtime;

import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The trace that an event belongs to, as W3C Trace Context tells it. */
public final class Trace {

    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String LOGGED_AS = "traceId";

    private Trace() {}

    public static boolean isValid(String traceparent) {
        return TRACEPARENT.matcher(traceparent).matches();
    }

    /** Null where there is none. */
    public static String id(String traceparent) {
        return traceparent == null || !isValid(traceparent) ? null : traceparent.split("-")[1];
    }

    /** Writes log lines that carry the trace id, where there is one. */
    public static void log(String traceId, Runnable lines) {
        if (traceId == null) {
            lines.run();
            return;
        }
        MDC.put(LOGGED_AS, traceId);
        try {
            lines.run();
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }
}
