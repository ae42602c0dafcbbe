package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.logging.MDC;

/** The trace that an event belongs to, as W3C Trace Context tells it. */
public final class Trace {

    /** Reads what a function of names gives. */
    private static final TextMapGetter<UnaryOperator<String>> BY_NAME = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(UnaryOperator<String> values) {
            return List.of(Extensions.TRACEPARENT, Extensions.TRACESTATE);
        }

        @Override
        public String get(UnaryOperator<String> values, String name) {
            return values.apply(name);
        }
    };
    private static final String LOGGED_AS = "traceId";

    private Trace() {}

    public static boolean isValid(String traceparent) {
        return read(traceparent).isValid();
    }

    /** Null where there is none. */
    public static String id(String traceparent) {
        var context = read(traceparent);
        return context.isValid() ? context.getTraceId() : null;
    }

    /** Where the chain of the event began, as its extensions tell. */
    static SpanContext origin(CloudEvent event) {
        return read(name -> event.getExtension(name) instanceof String text ? text : null);
    }

    /** Invalid where there is none. */
    public static SpanContext read(String traceparent) {
        return traceparent == null ? SpanContext.getInvalid()
                : read(name -> name.equals(Extensions.TRACEPARENT) ? traceparent : null);
    }

    private static SpanContext read(UnaryOperator<String> values) {
        return Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), values, BY_NAME))
                .getSpanContext();
    }

    /** As a traceparent; null for a context that is not valid. */
    public static String written(SpanContext context) {
        return context.isValid() ? "00-" + context.getTraceId() + '-' + context.getSpanId() + '-'
                + context.getTraceFlags().asHex() : null;
    }

    /** Writes log lines that carry the trace id, where there is one. */
    public static void log(String traceId, Runnable lines) {
        if (traceId == null) {
            lines.run();
            return;
        }
        var before = MDC.put(LOGGED_AS, traceId);
        try {
            lines.run();
        } finally {
            if (before == null) {
                MDC.remove(LOGGED_AS);
            } else {
                MDC.put(LOGGED_AS, before);
            }
        }
    }
}
