package dev.cartwright.http.event;

import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Trace;
import io.vertx.core.MultiMap;
import java.util.regex.Pattern;

/** Gives an event the trace of the request that brings it, where it has none of its own. */
final class TraceHeaders {

    private static final int MAX_STATE = 512;
    private static final int MAX_MEMBERS = 32;
    private static final Pattern MEMBER = Pattern.compile("[ \t]*([a-z0-9][a-z0-9_*/@-]{0,255}="
            + "[\\x20-\\x7E&&[^,=]]{0,255}[\\x21-\\x7E&&[^,=]])?[ \t]*");

    private TraceHeaders() {}

    static void give(MultiMap headers, RawEvent event) {
        var parents = headers.getAll(Extensions.TRACEPARENT);
        if (parents.size() != 1 || !Trace.isValid(parents.get(0)) || hasTrace(event)) {
            return;
        }
        event.set(Extensions.TRACEPARENT, parents.get(0));
        var state = String.join(",", headers.getAll(Extensions.TRACESTATE));
        if (!state.isBlank() && isState(state)) {
            event.set(Extensions.TRACESTATE, state);
        }
    }

    /** Either one: half a trace is not to be completed with half of another. */
    private static boolean hasTrace(RawEvent event) {
        return event.attributes().containsKey(Extensions.TRACEPARENT)
                || event.attributes().containsKey(Extensions.TRACESTATE);
    }

    private static boolean isState(String state) {
        var members = state.split(",");
        if (state.length() > MAX_STATE || members.length > MAX_MEMBERS) {
            return false;
        }
        for (var member : members) {
            if (!MEMBER.matcher(member).matches()) {
                return false;
            }
        }
        return true;
    }
}
