package dev.cartwright.redis;

import static dev.cartwright.redis.SharedCache.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.Standing;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RankingStore.Entry;
import dev.cartwright.testing.RankingStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisRankingsTest extends RankingStoreContract {

    private final RankingStore store = new RedisRankings(SharedCache.POOL);

    @Override
    protected RankingStore store() {
        return store;
    }

    @Test
    void board_goes_when_its_time_is_over() {
        put(entry("1", 1, Map.of("a", 5L)));
        assertThat(CLIENT.pttl(key("board"))).isBetween(3_500_000L, 3_600_000L);
    }

    @Test
    void board_of_long_ago_does_not_come_back() {
        var past = new Ranking.Place("past", "1", Instant.now().minus(Duration.ofMinutes(61)));
        put(new Entry(new Standing(ranking, past, Map.of("a", 1L)), 1, RULES));
        store.complete(ranking, past, read().run(), List.of(), RULES);
        assertThat(CLIENT.exists(key("past"))).isFalse();
    }

    @Test
    void evicted_board_is_not_complete_and_neither_is_one_that_came_back_from_another_run() {
        store.complete(ranking, board, read().run(), List.of(entry("1", 1, Map.of("a", 5L))), RULES);
        CLIENT.del(key("board"));
        put(entry("1", 2, Map.of("a", 6L)));
        assertThat(read().complete()).isFalse();
        store.complete(ranking, board, "another run", List.of(), RULES);
        assertThat(read().complete()).isFalse();
    }

    private String key(String name) {
        return "ranking:{" + ranking.name() + "}:" + name;
    }
}
