package dev.cartwright.redis;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.LogSamples;
import dev.cartwright.testing.PublisherContract;
import dev.cartwright.testing.Servers;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.resps.StreamEntry;

class RedisStreamsPublisherTest extends PublisherContract {

    private static RedisPool redis;
    private static RedisClient client;

    private final RedisStreamsPublisher publisher = new RedisStreamsPublisher(redis);

    @BeforeAll
    static void connect() {
        redis = new RedisPool("the broker", URI.create(Servers.broker().url()), Duration.ofSeconds(10));
        client = RedisClient.create(Servers.broker().url());
    }

    @AfterAll
    static void disconnect() {
        redis.close();
        client.close();
    }

    @BeforeEach
    void empty() {
        client.del(RedisStreamsPublisher.STREAM);
    }

    @Override
    protected Publisher publisher() {
        return publisher;
    }

    @Override
    protected List<Publication> published(String subject) {
        return entries().stream().map(StreamEntries::read)
                .filter(publication -> publication.event().getSubject().equals(subject)).toList();
    }

    @Test
    void entry_is_a_cloud_event_in_binary_mode() {
        var event = CloudEventBuilder.v1(LogSamples.event("user/ä 1", NINE, "100%\"\u007F\uD83D\uDED2"))
                .withDataSchema(URI.create("/schemas/a"))
                .withExtension("number", 42).withExtension("truth", true).withExtension("note", "a b")
                .build();
        publisher.publish(List.of(new Publication(event, "cart")));
        assertThat(entries().get(0)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("ce-specversion", "1.0"),
                Map.entry("ce-id", "100%25%22%7F%F0%9F%9B%92"),
                Map.entry("ce-source", "/test"),
                Map.entry("ce-type", "product-added-to-cart"),
                Map.entry("ce-subject", "user/%C3%A4%201"),
                Map.entry("ce-time", "2023-04-19T09:00:00Z"),
                Map.entry("ce-dataschema", "/schemas/a"),
                Map.entry("ce-number", "42"),
                Map.entry("ce-truth", "true"),
                Map.entry("ce-note", "a%20b"),
                Map.entry("content-type", "application/json"),
                Map.entry("group", "cart"),
                Map.entry("data", "{\"product_id\":\"123\"}")));
    }

    @Test
    void absent_data_is_no_field() {
        var event = CloudEventBuilder.v1(event("1")).withoutData().build();
        publisher.publish(List.of(new Publication(event, null)));
        assertThat(entries().get(0)).doesNotContainKey("data").containsEntry("group", "");
    }

    @Test
    void full_backlog_refuses_events_from_outside_but_not_follow_ups() {
        var some = List.of(new Publication(event("1"), "cart"));
        publisher.publish(some);
        publisher.publish(some);
        assertThatThrownBy(() -> new BoundedIngest(publisher, 2).publish(some)).isInstanceOf(Unavailable.class);
        new BoundedIngest(publisher, 3).publish(some);
        publisher.publish(some);
        assertThat(entries()).hasSize(4);
    }

    @Test
    void backlog_that_shrank_lets_events_in_again() {
        var some = List.of(new Publication(event("1"), "cart"));
        publisher.publish(some);
        var ingest = new BoundedIngest(publisher, 1);
        assertThatThrownBy(() -> ingest.publish(some)).isInstanceOf(Unavailable.class);
        empty();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> untilTaken(ingest, some));
        assertThat(entries()).hasSize(1);
    }

    private static void untilTaken(BoundedIngest ingest, List<Publication> some) {
        while (true) {
            try {
                ingest.publish(some);
                return;
            } catch (Unavailable notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<Map<String, String>> entries() {
        return client.xrange(RedisStreamsPublisher.STREAM, "-", "+").stream().map(StreamEntry::getFields).toList();
    }
}
