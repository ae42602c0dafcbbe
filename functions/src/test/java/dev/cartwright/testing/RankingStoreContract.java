package dev.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.Standing;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RankingStore.Board;
import dev.cartwright.runtime.RankingStore.Entry;
import dev.cartwright.runtime.RankingStore.Score;
import dev.cartwright.runtime.RuleSetVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of rankings promises. */
public abstract class RankingStoreContract {

    protected static final RuleSetVersion OLD = new RuleSetVersion(1, "old");
    protected static final RuleSetVersion RULES = new RuleSetVersion(2, "new");

    protected final Ranking ranking =
            new Ranking("ranking-" + UUID.randomUUID(), Duration.ofHours(1), subject -> Optional.empty());
    protected final Ranking.Place board = place("", Instant.now());

    protected abstract RankingStore store();

    @Test
    void what_was_put_stands_there() {
        put(entry("1", 1, Map.of("a", 5L, "b#c", -2L)), entry("2", 1, Map.of("a", 1L, "", 1L << 50)));
        assertThat(read().scores()).containsExactlyInAnyOrder(new Score("1", "a", 5), new Score("1", "b#c", -2),
                new Score("2", "a", 1), new Score("2", "", 1L << 50));
    }

    @Test
    void board_that_nobody_completed_is_not_complete() {
        assertThat(read().complete()).isFalse();
        put(entry("1", 1, Map.of("a", 5L)));
        assertThat(read().complete()).isFalse();
    }

    @Test
    void completed_board_is_complete_even_when_it_is_empty() {
        store().complete(ranking, board, read().run(), List.of(), RULES);
        assertThat(read().complete()).isTrue();
        put(entry("1", 1, Map.of("a", 5L)));
        assertThat(read().complete()).isTrue();
        assertThat(read().scores()).containsExactly(new Score("1", "a", 5));
    }

    @Test
    void board_that_older_rules_completed_is_not_complete() {
        store().complete(ranking, board, read().run(), List.of(), OLD);
        assertThat(read().complete()).isFalse();
        assertThat(store().read(ranking, List.of(board), OLD).get(0).complete()).isTrue();
    }

    @Test
    void who_knows_less_overwrites_nothing() {
        put(entry("1", 7, Map.of("a", 7L)));
        put(entry("1", 6, Map.of("a", 6L)));
        store().complete(ranking, board, read().run(), List.of(entry("1", 5, Map.of("a", 5L))), RULES);
        assertThat(read().scores()).containsExactly(new Score("1", "a", 7));
    }

    @Test
    void newer_rules_win_whatever_the_version() {
        put(new Entry(standing("1", Map.of("a", 7L, "gone", 1L)), 7, OLD), entry("2", 9, Map.of("gone", 2L)));
        put(entry("1", 2, Map.of("a", 2L)));
        put(new Entry(standing("1", Map.of("a", 8L)), 8, OLD));
        assertThat(read().scores()).containsExactlyInAnyOrder(new Score("1", "a", 2), new Score("2", "gone", 2));
    }

    @Test
    void the_same_rules_deployed_again_are_the_same() {
        put(new Entry(standing("1", Map.of("a", 1L)), 1, new RuleSetVersion(9, RULES.hash())));
        put(entry("1", 2, Map.of("a", 2L)));
        assertThat(read().scores()).containsExactly(new Score("1", "a", 2));
    }

    @Test
    void order_and_duplicates_do_not_matter() {
        List<Entry> entries = new ArrayList<>();
        for (int version = 1; version <= 20; version++) {
            Map<String, Long> scores = new TreeMap<>();
            for (long name = 0; name < version; name++) {
                scores.put("n" + name, version * name);
            }
            entries.add(entry("1", version, scores));
            entries.add(entry("2", version, scores));
        }
        var last = entries.subList(38, 40).stream().map(Entry::standing).flatMap(standing -> standing.scores()
                .entrySet().stream().map(e -> new Score(standing.place().source(), e.getKey(), e.getValue()))).toList();
        entries.addAll(List.copyOf(entries));
        Collections.shuffle(entries, new Random(42));
        entries.forEach(this::put);
        assertThat(read().scores()).containsExactlyInAnyOrderElementsOf(last);
    }

    @Test
    void boards_and_rankings_keep_apart() {
        put(entry("1", 1, Map.of("a", 5L)));
        var other = new Ranking.Place("other", "", board.begins());
        assertThat(store().read(ranking, List.of(other, board), RULES)).extracting(found -> found.scores().size())
                .containsExactly(0, 1);
        var another = new Ranking(ranking.name() + "2", ranking.kept(), ranking.places());
        assertThat(store().read(another, List.of(board), RULES).get(0).scores()).isEmpty();
    }

    @Test
    void nothing_to_do_is_nothing_done() {
        store().put(List.of());
        assertThat(store().read(ranking, List.of(), RULES)).isEmpty();
    }

    protected final void put(Entry... entries) {
        store().put(List.of(entries));
    }

    protected final Board read() {
        return store().read(ranking, List.of(board), RULES).get(0);
    }

    protected final Entry entry(String source, long version, Map<String, Long> scores) {
        return new Entry(standing(source, scores), version, RULES);
    }

    private Standing standing(String source, Map<String, Long> scores) {
        return new Standing(ranking, new Ranking.Place(board.board(), source, board.begins()), scores);
    }

    private static Ranking.Place place(String source, Instant begins) {
        return new Ranking.Place("board", source, begins);
    }
}
