package dev.cartwright.runtime;

import static dev.cartwright.runtime.Shopfloor.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingPublisherTest {

    private static final Instant NOW = Instant.parse("2023-04-19T09:00:00.123456789Z");

    private final InMemoryPublisher broker = new InMemoryPublisher();
    private final Publisher publisher = new RecordingPublisher(broker, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void follow_up_tells_when_it_went_out() {
        var event = CloudEventBuilder.v1(added("123", "456", "09:00:00", "a")).withExtension("causationid", "0").build();
        publisher.publish(List.of(new Publication(event, "cart", "hop")));
        var told = CloudEventBuilder.v1(event)
                .withExtension("recordedtime", OffsetDateTime.parse("2023-04-19T09:00:00.123456Z")).build();
        assertThat(broker.published()).containsExactly(new Publication(told, "cart", "hop"));
    }

    @Test
    void event_from_outside_goes_out_as_it_is() {
        var some = List.of(new Publication(added("123", "456", "09:00:00", "a"), "cart"));
        publisher.publish(some);
        assertThat(broker.published()).isEqualTo(some);
    }
}
