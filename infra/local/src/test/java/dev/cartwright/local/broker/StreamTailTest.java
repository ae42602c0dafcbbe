package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamTailTest extends BrokerTest {
    @Test
    void from_now_on_it_sees_what_is_published_and_takes_nothing() {
        publish("before", "user/1");
        try (var tail = StreamTail.fromNow(URI.create(redis.url()))) {
            publish("1", "user/caf%C3%A9", Map.of("ce-causationid", "0", "group", ""));
            var events = tail.next();
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.attribute("id")).isEqualTo("1");
                assertThat(event.attribute("subject")).isEqualTo("user/café");
                assertThat(event.attribute("causationid")).isEqualTo("0");
                assertThat(event.attribute("absent")).isEmpty();
                assertThat(event.data()).isEqualTo("{\"n\":1}");
                assertThat(event.json()).startsWith("{").contains("\"data\":{\"n\":1}");
            });
            assertThat(tail.next()).isEmpty();
        }
        assertThat(client.xlen("events")).isEqualTo(2);
    }

    @Test
    void from_the_start_it_sees_what_is_still_there() {
        publish("1", "user/1");
        publish("2", "user/1");
        try (var tail = StreamTail.fromStart(URI.create(redis.url()))) {
            assertThat(tail.next()).extracting(event -> event.attribute("id")).containsExactly("1", "2");
        }
    }
}
