package dev.cartwright.traces;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;

/** A front end that traces what its users do. */
final class Click implements AutoCloseable {

    private final SdkTracerProvider tracing;
    private final Span span;

    private Click(Collector collector) {
        tracing = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(
                SpanExporters.otlp(collector.address(), Duration.ofSeconds(5)))).build();
        span = tracing.get("front end").spanBuilder("click").setNoParent().startSpan();
    }

    static Click tracedBy(Collector collector) {
        return new Click(collector);
    }

    String traceId() {
        return span.getSpanContext().getTraceId();
    }

    String traceparent() {
        return "00-" + traceId() + "-" + span.getSpanContext().getSpanId() + "-01";
    }

    Answer send(Call call) {
        return call.with("traceparent", traceparent()).send();
    }

    /** The front end has its answer. */
    void ended() {
        span.end();
    }

    @Override
    public void close() {
        tracing.close();
    }
}
