package dev.cartwright.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.semconv.ClientAttributes;
import io.opentelemetry.semconv.ExceptionAttributes;
import io.opentelemetry.semconv.NetworkAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.UserAgentAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Exports spans without what may tell of a person: who called, which path was asked for, what an exception quotes. */
public final class PrivateSpans implements SpanExporter {

    private static final Set<AttributeKey<?>> PRIVATE = Set.of(ClientAttributes.CLIENT_ADDRESS,
            NetworkAttributes.NETWORK_PEER_ADDRESS, UrlAttributes.URL_PATH, UrlAttributes.URL_QUERY,
            UrlAttributes.URL_FULL, UserAgentAttributes.USER_AGENT_ORIGINAL, ExceptionAttributes.EXCEPTION_MESSAGE,
            ExceptionAttributes.EXCEPTION_STACKTRACE);

    private final SpanExporter exporter;

    public PrivateSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Cleared::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static Attributes cleared(Attributes attributes) {
        return attributes.toBuilder().removeIf(PRIVATE::contains).build();
    }

    private static final class Cleared extends DelegatingSpanData {

        Cleared(SpanData span) {
            super(span);
        }

        @Override
        public Attributes getAttributes() {
            return cleared(super.getAttributes());
        }

        /** Its description may quote an exception. */
        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }

        @Override
        public List<LinkData> getLinks() {
            return super.getLinks().stream().map(link -> LinkData.create(link.getSpanContext(),
                    cleared(link.getAttributes()), link.getTotalAttributeCount())).toList();
        }

        @Override
        public List<EventData> getEvents() {
            return super.getEvents().stream().map(event -> EventData.create(event.getEpochNanos(), event.getName(),
                    cleared(event.getAttributes()), event.getTotalAttributeCount())).toList();
        }
    }
}
