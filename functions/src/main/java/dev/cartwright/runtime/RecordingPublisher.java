package dev.cartwright.runtime;

import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells on follow-ups when they went out. Thread-safe. */
public final class RecordingPublisher implements Publisher {

    private final Publisher publisher;
    private final Clock clock;

    public RecordingPublisher(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void publish(List<Publication> publications) {
        publisher.publish(publications.stream().map(publication -> stamped(publication, clock)).toList());
    }

    /** The same publication where its event is no follow-up. */
    public static Publication stamped(Publication publication, Clock clock) {
        var event = publication.event();
        if (event.getExtension(Extensions.CAUSATION_ID) == null) {
            return publication;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var stamped = CloudEventBuilder.v1(event).withExtension(Extensions.RECORDED_TIME, now).build();
        return new Publication(stamped, publication.group(), publication.traceparent());
    }
}
