package dev.cartwright.redis;

import static dev.cartwright.redis.SharedCache.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.SharedWork;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedisSharedWorkTest {

    private final String name = "work-" + UUID.randomUUID();
    private final SharedWork shared = new RedisSharedWork(SharedCache.POOL);

    @Test
    void one_instance_at_a_time_has_it() {
        assertThat(shared.take(name, "one")).contains("");
        assertThat(shared.take(name, "other")).isEmpty();
        assertThat(shared.take(name + 2, "other")).contains("");
        assertThat(shared.reached(name, "other", "2")).isFalse();
        assertThat(shared.reached(name, "one", "1")).isTrue();
        assertThat(shared.take(name, "one")).contains("1");
    }

    @Test
    void who_takes_it_over_goes_on_from_there() {
        shared.take(name, "one");
        shared.reached(name, "one", "half ä");
        assertThat(CLIENT.pttl(key())).isBetween(50_000L, 60_000L);
        assertThat(CLIENT.pttl(key() + ":reached")).isBetween(3_500_000L, 3_600_000L);
        CLIENT.del(key());
        assertThat(shared.reached(name, "one", "more")).isFalse();
        assertThat(shared.take(name, "other")).contains("half ä");
        assertThat(shared.reached(name, "one", "more")).isFalse();
        shared.done(name, "one");
        assertThat(shared.take(name, "one")).isEmpty();
    }

    @Test
    void what_is_done_begins_anew() {
        shared.take(name, "one");
        shared.reached(name, "one", "all");
        shared.done(name, "one");
        assertThat(shared.take(name, "other")).contains("");
    }

    private String key() {
        return "work:{" + name + "}";
    }
}
