package dev.cartwright.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.Waiting;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisQuotas;
import dev.cartwright.runtime.Quota;
import dev.cartwright.testing.Servers;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Two instances, and the Redis between them. */
class ClientsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    /** So slow that nothing comes back while a test runs. */
    private static final Quota QUOTA = new Quota("test", 100, Duration.ofHours(10));

    private final String client = UUID.randomUUID().toString();
    private final RedisPool redis = new RedisPool("the cache", URI.create(Servers.cache().url()), Duration.ofSeconds(10));
    private final Clients one = new Clients(new RedisQuotas(redis));
    private final Clients other = new Clients(new RedisQuotas(redis));

    @AfterEach
    void stop() {
        one.stop();
        other.stop();
        redis.close();
    }

    @Test
    void what_is_used_at_one_instance_is_gone_at_the_other() {
        one.charge(QUOTA, client, 90);
        assertThat(Waiting.until(SOON, () -> other.charge(QUOTA, client, 1).left() <= 10)).isTrue();
        assertThat(other.charge(QUOTA, client, 50).paid()).isFalse();
    }

    @Test
    void what_both_have_used_never_comes_to_much_more_than_the_quota() {
        long paid = 0;
        for (int i = 0; i < 400; i++) {
            paid += (i % 2 == 0 ? one : other).charge(QUOTA, client, 1).paid() ? 1 : 0;
            Thread.yield();
        }
        assertThat(paid).isBetween(QUOTA.amount(), 2 * QUOTA.amount());
        assertThat(Waiting.until(SOON, () -> !one.charge(QUOTA, client, 1).paid()
                && !other.charge(QUOTA, client, 1).paid())).isTrue();
    }

    @Test
    void key_goes_when_there_is_nothing_left_to_remember() {
        var quick = new Quota("quick", 100, Duration.ofSeconds(60));
        one.charge(quick, client, 50);
        try (var keys = RedisClient.create(Servers.cache().url())) {
            assertThat(Waiting.until(SOON, () -> keys.keys("quota:{quick:*").stream()
                    .anyMatch(key -> keys.pttl(key) > 0 && keys.pttl(key) <= 45_000))).isTrue();
            assertThat(keys.keys("*" + client + "*")).isEmpty();
        }
    }

    @Test
    void without_redis_each_instance_has_a_quota_of_its_own_and_nobody_waits() throws Exception {
        // Takes connections and never answers.
        try (var silent = new ServerSocket(0);
                var pool = new RedisPool("the cache", URI.create("redis://localhost:" + silent.getLocalPort()),
                        Duration.ofMillis(500))) {
            var alone = new Clients(new RedisQuotas(pool));
            long begin = System.nanoTime();
            for (int i = 0; i < QUOTA.amount(); i++) {
                assertThat(alone.charge(QUOTA, client, 1).paid()).isTrue();
            }
            assertThat(alone.charge(QUOTA, client, 1).paid()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(400));
            alone.stop();
        }
    }
}
