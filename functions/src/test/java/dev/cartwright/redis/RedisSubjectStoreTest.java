package dev.cartwright.redis;

import static dev.cartwright.redis.SharedCache.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.SubjectStore;
import dev.cartwright.testing.SubjectStoreContract;
import org.junit.jupiter.api.Test;

class RedisSubjectStoreTest extends SubjectStoreContract {

    private final SubjectStore store = new RedisSubjectStore(SharedCache.POOL, 256);

    @Override
    protected SubjectStore store() {
        return store;
    }

    @Override
    protected void evict(String subject) {
        CLIENT.del(key(subject));
    }

    @Test
    void placeholder_goes_away_by_itself_until_it_is_set() {
        var loaded = load();
        assertThat(CLIENT.pttl(key(subject))).isBetween(50_000L, 60_000L);
        set(loaded, version(1));
        assertThat(CLIENT.pttl(key(subject))).isEqualTo(-1);
    }

    @Test
    void snapshot_that_is_not_readable_counts_as_none() {
        set(load(), version(1));
        for (var blob : new String[] {"", "{", "null", "[]", "{\"p\":1}", "{\"v\":1}"}) {
            CLIENT.hset(key(subject), "s", blob);
            assertThat(load().snapshot()).as(blob).isEmpty();
        }
        assertThat(set(load(), version(2))).isTrue();
        assertThat(load().snapshot()).contains(version(2));
    }

    @Test
    void script_that_the_server_forgot_is_given_again() {
        var loaded = load(first);
        CLIENT.scriptFlush("any");
        assertThat(load().pending()).containsOnlyKeys(first);
        CLIENT.scriptFlush("any");
        assertThat(set(loaded, version(1))).isTrue();
    }

    @Test
    void flushed_server_knows_nothing() {
        var loaded = load(first);
        set(loaded, version(1));
        CLIENT.flushAll();
        assertThat(set(loaded, version(2))).isFalse();
        assertThat(load().pending()).isEmpty();
    }

    private static String key(String subject) {
        return "subject:{" + subject + "}";
    }
}
