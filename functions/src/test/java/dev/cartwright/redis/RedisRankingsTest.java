package dev.cartwright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.Standing;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RankingStore.Entry;
import dev.cartwright.testing.RankingStoreContract;
import dev.cartwright.testing.Servers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisRankingsTest extends RankingStoreContract {

    private static RedisPool redis;
    private static RedisClient client;

    private final RankingStore store = new RedisRankings(redis);

    @BeforeAll
    static void connect() {
        redis = new RedisPool("the cache", URI.create(Servers.cache().url()), Duration.ofSeconds(10));
        client = RedisClient.create(Servers.cache().url());
    }

    @AfterAll
    static void disconnect() {
        redis.close();
        client.close();
    }

    @Override
    protected RankingStore store() {
        return store;
    }

    @Test
    void board_goes_when_its_time_is_over() {
        put(entry("1", 1, Map.of("a", 5L)));
        assertThat(client.pttl(key("board"))).isBetween(3_500_000L, 3_600_000L);
    }

    @Test
    void board_of_long_ago_does_not_come_back() {
        var past = new Ranking.Place("past", "1", Instant.now().minus(Duration.ofMinutes(61)));
        put(new Entry(new Standing(ranking, past, Map.of("a", 1L)), 1, RULES));
        store.complete(ranking, past, read().run(), List.of(), RULES);
        assertThat(client.exists(key("past"))).isFalse();
    }

    @Test
    void evicted_board_is_not_complete_and_neither_is_one_that_came_back_from_another_run() {
        store.complete(ranking, board, read().run(), List.of(entry("1", 1, Map.of("a", 5L))), RULES);
        client.del(key("board"));
        put(entry("1", 2, Map.of("a", 6L)));
        assertThat(read().complete()).isFalse();
        store.complete(ranking, board, "another run", List.of(), RULES);
        assertThat(read().complete()).isFalse();
    }

    @Test
    void who_stood_there_too_long_is_forgotten() {
        long now = Instant.now().toEpochMilli();
        var place = new Ranking.Place("endless", "old", null);
        put(new Entry(new Standing(ranking, place, Map.of("", now - 3_601_000)), 1, RULES));
        assertThat(store.lowest(ranking, List.of(place), 9)).isEmpty();
        put(new Entry(new Standing(ranking, place, Map.of("", now - 3_500_000)), 1, RULES));
        assertThat(store.lowest(ranking, List.of(place), 9)).hasSize(1);
    }

    private String key(String name) {
        return "ranking:{" + ranking.name() + "}:" + name;
    }
}
