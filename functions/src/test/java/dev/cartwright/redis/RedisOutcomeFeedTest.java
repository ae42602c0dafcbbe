package dev.cartwright.redis;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.OutcomeFeed.Awaited;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.testing.LogSamples;
import dev.cartwright.testing.Servers;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisOutcomeFeedTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final RedisPool redis = pool(Servers.broker());
    private final RedisStreamsPublisher publisher = new RedisStreamsPublisher(redis);
    private final RedisOutcomeFeed feed = RedisOutcomeFeed.start(redis, RedisStreamsPublisher.STREAM, 3);

    @AfterEach
    void stop() {
        feed.close();
        redis.close();
    }

    @Test
    void first_follow_up_is_the_outcome() throws Exception {
        var awaited = followed("cause 1 ü");
        publisher.publish(List.of(caused("other", "another cause"), caused("first", "cause 1 ü"),
                caused("second", "cause 1 ü")));
        var outcome = outcome(awaited).orElseThrow();
        assertThat(outcome.getId()).isEqualTo("first");
        assertThat(outcome.getExtension("hops")).isEqualTo(1);
        assertThat(outcome.getTime()).isEqualTo(NINE.atOffset(ZoneOffset.UTC));
        assertThat(outcome.getDataContentType()).isEqualTo("application/json");
        assertThat(new String(outcome.getData().toBytes())).isEqualTo("{\"product_id\":\"123\"}");
    }

    @Test
    void nothing_is_missed_that_is_published_once_it_follows() throws Exception {
        for (int i = 0; i < 50; i++) {
            var awaited = followed("cause-" + i);
            publisher.publish(List.of(caused("outcome-" + i, "cause-" + i)));
            assertThat(outcome(awaited)).isPresent();
        }
    }

    @Test
    void all_who_wait_for_it_get_it() throws Exception {
        var one = followed("shared");
        var two = followed("shared");
        publisher.publish(List.of(caused("outcome", "shared")));
        assertThat(outcome(one)).isPresent();
        assertThat(outcome(two)).isPresent();
    }

    @Test
    void outcome_that_does_not_come_in_time_is_none() throws Exception {
        assertThat(outcome(feed.first("never", Duration.ofMillis(100)))).isEmpty();
    }

    @Test
    void more_than_may_wait_are_sent_away_at_once() throws Exception {
        for (int i = 0; i < 3; i++) {
            feed.first("never", LONG);
        }
        var fourth = feed.first("fourth", LONG);
        assertThat(fourth.following().toCompletableFuture()).isCompleted();
        assertThat(fourth.first().toCompletableFuture()).isCompletedWithValue(Optional.empty());
    }

    @Test
    void nobody_reads_while_nobody_waits() throws Exception {
        try (var client = RedisClient.create(Servers.broker().url())) {
            followed("never");
            awaitBlocked(client, 1);
            feed.close();
            awaitBlocked(client, 0);
        }
    }

    @Test
    void broker_that_is_away_keeps_nobody_waiting(@TempDir Path data) throws Exception {
        try (var server = RedisServer.broker(data); var pool = pool(server);
                var other = RedisOutcomeFeed.start(pool)) {
            server.freeze();
            var awaited = other.first("cause", LONG);
            awaited.following().toCompletableFuture().get(5, TimeUnit.SECONDS);
            assertThat(outcome(awaited)).isEmpty();
            server.thaw();
            assertThat(outcome(other.first("cause", Duration.ofSeconds(1)))).isEmpty();
        }
    }

    private Awaited followed(String cause) throws Exception {
        var awaited = feed.first(cause, LONG);
        awaited.following().toCompletableFuture().get(5, TimeUnit.SECONDS);
        return awaited;
    }

    private static Optional<CloudEvent> outcome(Awaited awaited) throws Exception {
        return awaited.first().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static void awaitBlocked(RedisClient client, int clients) {
        assertThat(Waiting.until(Duration.ofSeconds(10),
                () -> client.info("clients").contains("blocked_clients:" + clients))).isTrue();
    }

    private static Publication caused(String id, String cause) {
        return new Publication(CloudEventBuilder.v1(LogSamples.event("user/1", NINE, id))
                .withExtension("causationid", cause).withExtension("hops", 1).build(), null);
    }

    private static RedisPool pool(RedisServer server) {
        return new RedisPool("the broker", URI.create(server.url()), Duration.ofSeconds(2));
    }
}
