package dev.cartwright.local.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PubSubTailTest extends PubSubTest {
    @BeforeEach
    void makeTopic() {
        api.create(topic.path(), EmulatorApi.object());
    }

    @Test
    void sees_what_is_published_from_now_on() {
        publish("user/0", "{}", Map.of("ce-id", "0"));
        try (var tail = new PubSubTail(topic)) {
            publish("user/caf%C3%A9", "{\"n\":1}", Map.of("ce-id", "1", "content-type", "application/json"));
            assertThat(tail.next()).singleElement().satisfies(event -> {
                assertThat(event.attribute("id")).isEqualTo("1");
                assertThat(event.attribute("subject")).isEqualTo("user/café");
                assertThat(event.attribute("causationid")).isEmpty();
                assertThat(event.data()).isEqualTo("{\"n\":1}");
                assertThat(event.json()).contains("\"data\":{\"n\":1}");
            });
        }
    }

    @Test
    void reads_events_whose_attributes_were_too_much_for_a_message() {
        try (var tail = new PubSubTail(topic)) {
            var event = "{\"id\":\"100%41\",\"type\":\"big\",\"datacontenttype\":\"application/json\",\"data\":{\"n\":2}}";
            publish("user/1", event, Map.of("content-type", "application/cloudevents+json"));
            assertThat(tail.next()).singleElement().satisfies(seen -> {
                assertThat(seen.attribute("id")).isEqualTo("100%41");
                assertThat(seen.attribute("type")).isEqualTo("big");
                assertThat(seen.data()).isEqualTo("{\"n\":2}");
            });
        }
    }

    @Test
    void leaves_nothing_behind() {
        var tail = new PubSubTail(topic);
        assertThat(api.get(topic.path() + "/subscriptions").path("subscriptions")).hasSize(1);
        tail.close();
        assertThat(api.get(topic.path() + "/subscriptions").path("subscriptions")).isEmpty();
    }

    @Test
    void topic_is_named_by_an_address() {
        assertThat(PubSubTopic.isNamedBy(topic.uri())).isTrue();
        assertThat(PubSubTopic.of(topic.uri())).isEqualTo(topic);
        assertThatThrownBy(() -> PubSubTopic.of(URI.create("pubsub://127.0.0.1:1/shop")))
            .hasMessage("pubsub://127.0.0.1:1/shop is not pubsub://HOST:PORT/PROJECT/TOPIC");
    }
}
