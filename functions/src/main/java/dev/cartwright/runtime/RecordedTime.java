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

    /** The same publication where its event is no follow-up. */
    public Publication stamp(Publication publication) {
        if (publication.event().getExtension(Extensions.CAUSATION_ID) == null) {
            return publication;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var stamped = CloudEventBuilder.v1(publication.event()).withExtension(Extensions.RECORDED_TIME, now).build();
        return new Publication(stamped, publication.group(), publication.traceparent());
    }
}
