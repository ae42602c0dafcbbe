package dev.cartwright.runtime;

import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every publication a span until it is durable: a child of where the publication came from, and the parent of
 * whatever is done with it. Thread-safe.
 */
public final class TracedPublisher implements Publisher {

    private final Publisher publisher;
    private final EventSpans spans;

    public TracedPublisher(Publisher publisher, EventSpans spans) {
        this.publisher = publisher;
        this.spans = spans;
    }

    @Override
    public void publish(List<Publication> publications) {
        if (!spans.areOn()) {
            publisher.publish(publications);
            return;
        }
        List<Span> underWay = new ArrayList<>(publications.size());
        try {
            publisher.publish(publications.stream().map(publication -> traced(publication, underWay)).toList());
        } catch (NotAllPublished some) {
            some.failures().forEach((place, why) -> EventSpans.failed(underWay.get(place), why));
            throw some;
        } catch (RuntimeException e) {
            underWay.forEach(span -> EventSpans.failed(span, e));
            throw e;
        } finally {
            underWay.forEach(Span::end);
        }
    }

    private Publication traced(Publication publication, List<Span> underWay) {
        var span = spans.publish(publication.event(), Trace.read(publication.traceparent()));
        underWay.add(span);
        return new Publication(publication.event(), publication.group(), Trace.written(span.getSpanContext()));
    }
}
