package dev.cartwright.live;

import dev.cartwright.rules.Json;
import dev.cartwright.rules.SystemEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** What views answer, as messages. Thread-safe. */
public final class ViewMessages {

    private final Views views;
    private final Clock clock;

    public ViewMessages(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /** The whole answer, as of now; without data where there is no such view. */
    public CloudEvent message(String view) {
        var time = clock.instant().atOffset(ZoneOffset.UTC);
        var message = CloudEventBuilder.v1().withId(UUID.randomUUID().toString())
                .withSource(URI.create("/cartwright/views")).withType(SystemEvent.VIEW_CHANGED)
                .withSubject(ChannelReader.VIEW + view).withTime(time);
        views.answer(view).ifPresent(answer -> message.withData("application/json", Json.bytes(answer)));
        return message.build();
    }
}
