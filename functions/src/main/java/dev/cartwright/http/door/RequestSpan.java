package dev.cartwright.http.door;

import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The span of a request that brings events. */
final class RequestSpan {

    /** A batch of the local broker tells each event's own hop here: there is but one traceparent in a request. */
    private static final String HOPS = "cartwright-traceparents";

    /** Where Quarkus looks for a name when the span ends; else it takes the last route that was passed. */
    private static final String ROUTE = "UrlPathTemplate";

    private RequestSpan() {}

    /** The request's own span, to be named by its path, since no router does that here; invalid where nobody traces. */
    static SpanContext named(String path) {
        Vertx.currentContext().putLocal(ROUTE, path);
        return Span.current().getSpanContext();
    }

    /** Makes that span the one in which the request's events begin, where they tell of none. */
    static void begins(RoutingContext request, SpanContext span) {
        if (span.isValid()) {
            request.request().headers().set(Extensions.TRACEPARENT, Trace.written(span));
        }
    }

    /** What brought each event of a batch: its own hop where it is told, else the request. */
    static List<SpanContext> ofEach(RoutingContext request, SpanContext span, int events) {
        var hops = request.request().getHeader(HOPS);
        var each = hops == null || !span.isValid() ? new String[0] : hops.split(",", -1);
        return each.length != events ? Collections.nCopies(events, span)
                : Stream.of(each).map(Trace::read).map(hop -> hop.isValid() ? hop : span).toList();
    }
}
