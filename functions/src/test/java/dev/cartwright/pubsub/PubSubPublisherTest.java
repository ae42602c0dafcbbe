package dev.cartwright.pubsub;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.pubsub.v1.PubsubMessage;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.testing.LogSamples;
import dev.cartwright.testing.PublisherContract;
import dev.cartwright.testing.Servers;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PubSubPublisherTest extends PublisherContract {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private Topic topic;
    private PubSubPublisher publisher;

    @BeforeEach
    void connect() throws IOException {
        topic = new Topic(Servers.pubSub());
        publisher = new PubSubPublisher(topic.target(DEADLINE));
    }

    @AfterEach
    void disconnect() {
        publisher.close();
        topic.close();
    }

    @Override
    protected Publisher publisher() {
        return publisher;
    }

    @Override
    protected List<Publication> published(String subject) {
        return topic.received().stream().map(ReceivedEvents::publication)
                .filter(publication -> publication.event().getSubject().equals(subject)).toList();
    }

    @Test
    void message_is_a_cloud_event_in_binary_mode_ordered_by_its_subject() {
        var event = CloudEventBuilder.v1(LogSamples.event("user/ä 1", NINE, "100%\"\u007F\uD83D\uDED2"))
                .withDataSchema(URI.create("/schemas/a"))
                .withExtension("number", 42).withExtension("truth", true)
                .build();
        publisher.publish(List.of(new Publication(event, "cart")));
        var message = topic.received().get(0);
        assertThat(message.getAttributesMap()).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("ce-specversion", "1.0"),
                Map.entry("ce-id", "100%25%22%7F%F0%9F%9B%92"),
                Map.entry("ce-source", "/test"),
                Map.entry("ce-type", "product-added-to-cart"),
                Map.entry("ce-subject", "user/%C3%A4%201"),
                Map.entry("ce-time", "2023-04-19T09:00:00Z"),
                Map.entry("ce-dataschema", "/schemas/a"),
                Map.entry("ce-number", "42"),
                Map.entry("ce-truth", "true"),
                Map.entry("content-type", "application/json"),
                Map.entry("group", "cart")));
        assertThat(message.getData().toStringUtf8()).isEqualTo("{\"product_id\":\"123\"}");
        assertThat(message.getOrderingKey()).isEqualTo("user/ä 1");
    }

    @Test
    void attribute_that_pub_sub_does_not_take_travels_in_structured_mode() {
        var long1 = CloudEventBuilder.v1(event("1")).withExtension("note", "ä".repeat(400)).build();
        var many = CloudEventBuilder.v1(event("2"));
        IntStream.range(0, 100).forEach(i -> many.withExtension("x" + i, "1"));
        var sent = List.of(new Publication(long1, "cart"), new Publication(many.build(), "cart"));
        publisher.publish(sent);
        var messages = topic.received();
        assertThat(messages).extracting(PubsubMessage::getAttributesMap).containsOnly(
                Map.of("content-type", "application/cloudevents+json", "group", "cart"));
        assertThat(messages).extracting(ReceivedEvents::publication).extracting(p -> p.event().getExtension("note"))
                .containsExactly("ä".repeat(400), null);
    }

    @Test
    void large_publication_is_split_as_pub_sub_wants_it_and_keeps_its_order() {
        var data = new byte[20_000];
        var sent = IntStream.range(0, 1500).mapToObj(i -> new Publication(CloudEventBuilder.v1(event("" + i))
                .withData("application/octet-stream", data).build(), "cart")).toList();
        publisher.publish(sent);
        assertThat(topic.received()).extracting(message -> message.getAttributesMap().get("ce-id"))
                .containsExactlyElementsOf(IntStream.range(0, 1500).mapToObj(Integer::toString).toList());
    }

    @Test
    void topic_that_is_there_answers() {
        publisher.ping();
    }
}
