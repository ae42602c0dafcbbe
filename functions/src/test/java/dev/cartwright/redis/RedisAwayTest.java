package dev.cartwright.redis;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.local.servers.RedisFlavour;
import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.SubjectStore.Load;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.LogSamples;
import dev.cartwright.testing.SubjectStoreContract;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisAwayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final List<Load> LOADS = List.of(new Load("user/1", List.of()));

    @Test
    void frozen_server_is_unavailable_within_the_deadline() {
        try (var server = RedisServer.cache(); var redis = pool(server)) {
            var store = new RedisSubjectStore(redis, 256);
            var before = store.load(LOADS, SubjectStoreContract.REGISTRANT).get(0);
            server.freeze();
            assertUnavailableInTime(() -> store.load(LOADS, SubjectStoreContract.REGISTRANT));
            assertUnavailableInTime(() -> store.load(LOADS, SubjectStoreContract.REGISTRANT));
            assertUnavailableInTime(redis::ping);
            server.thaw();
            assertThat(store.load(LOADS, SubjectStoreContract.REGISTRANT).get(0).runId()).isEqualTo(before.runId());
        }
    }

    @Test
    void frozen_server_cannot_block_a_large_write() {
        try (var server = RedisServer.cache(); var redis = pool(server)) {
            var publisher = new RedisStreamsPublisher(redis);
            var large = CloudEventBuilder.v1(LogSamples.event("user/1", NINE, "1"))
                    .withData("application/octet-stream", new byte[1_000_000]).build();
            redis.ping();
            server.freeze();
            assertUnavailableInTime(
                    () -> publisher.publish(Collections.nCopies(100, new Publication(large, "cart"))));
            server.kill();
        }
    }

    @Test
    void restarted_server_is_another_run_and_gets_the_scripts_again() {
        try (var server = RedisServer.cache(); var redis = pool(server)) {
            var store = new RedisSubjectStore(redis, 256);
            var before = store.load(LOADS, SubjectStoreContract.REGISTRANT).get(0);
            server.kill();
            assertUnavailableInTime(() -> store.load(LOADS, SubjectStoreContract.REGISTRANT));
            try (var restarted = RedisServer.start(new RedisFlavour.Cache(), server.port())) {
                assertThat(restarted.isAlive()).isTrue();
                var after = store.load(LOADS, SubjectStoreContract.REGISTRANT).get(0);
                assertThat(after.runId()).isNotEqualTo(before.runId());
                assertThat(after.token()).isNotEqualTo(before.token());
            }
        }
    }

    @Test
    void server_that_refuses_writes_is_unavailable() {
        try (var server = RedisServer.cache(); var redis = pool(server);
                var client = RedisClient.create(server.url())) {
            client.configSet("maxmemory-policy", "noeviction");
            client.configSet("maxmemory", "1");
            assertUnavailableInTime(() -> new RedisSubjectStore(redis, 256).load(LOADS, SubjectStoreContract.REGISTRANT));
            assertUnavailableInTime(() -> new RedisStreamsPublisher(redis)
                    .publish(List.of(new Publication(LogSamples.event("user/1", NINE, "1"), "cart"))));
        }
    }

    @Test
    void server_that_was_never_there_is_unavailable() {
        try (var redis = new RedisPool("the cache", URI.create("redis://127.0.0.1:1"), DEADLINE)) {
            assertUnavailableInTime(() -> new RedisSubjectStore(redis, 256).load(LOADS, SubjectStoreContract.REGISTRANT));
        }
    }

    private static RedisPool pool(RedisServer server) {
        return new RedisPool("the cache", URI.create(server.url()), DEADLINE);
    }

    private static void assertUnavailableInTime(ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call).isInstanceOfSatisfying(Unavailable.class,
                e -> assertThat(e.reason()).isEqualTo(Unavailable.Reason.STORE_AWAY));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(MARGIN));
    }
}
