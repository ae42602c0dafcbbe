package dev.cartwright.runtime;

import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Tells on follow-ups when they go out. Thread-safe. */
public final class RecordedTime {

    private final Clock clock;

    public RecordedTime(Clock clock) {
        this.clock = clock;
    }

    /** The same publication where its event is no follow-up, or tells it already. */
    public Publication stamp(Publication publication) {
        var event = publication.event();
        if (event.getExtension(Extensions.CAUSATION_ID) == null
                || event.getExtension(Extensions.RECORDED_TIME) != null) {
            return publication;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var stamped = CloudEventBuilder.v1(event).withExtension(Extensions.RECORDED_TIME, now).build();
        return new Publication(stamped, publication.group(), publication.traceparent());
    }
}
