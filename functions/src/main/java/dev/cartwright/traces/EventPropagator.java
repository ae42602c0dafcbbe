package dev.cartwright.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;

/** Reads the trace that the event of a request tells in its headers, where the request itself tells none. */
public final class EventPropagator implements TextMapPropagator {

    private static final String HEADER = "ce-";

    @Override
    public Collection<String> fields() {
        return List.of();
    }

    /** Nothing: what goes out has a place of its own for it. */
    @Override
    public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {}

    @Override
    public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
        return Span.fromContext(context).getSpanContext().isValid() ? context
                : W3CTraceContextPropagator.getInstance().extract(context, carrier, new Prefixed<>(getter));
    }

    private record Prefixed<C>(TextMapGetter<C> headers) implements TextMapGetter<C> {

        @Override
        public Iterable<String> keys(C carrier) {
            return headers.keys(carrier);
        }

        @Override
        public String get(C carrier, String name) {
            return headers.get(carrier, HEADER + name);
        }
    }
}
