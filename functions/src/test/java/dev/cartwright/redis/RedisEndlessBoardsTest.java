package dev.cartwright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.Standing;
import dev.cartwright.runtime.EndlessBoards;
import dev.cartwright.runtime.EndlessBoards.Span;
import dev.cartwright.runtime.EndlessBoards.Standers;
import dev.cartwright.runtime.RankingStore.Entry;
import dev.cartwright.runtime.RuleSetVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisEndlessBoardsTest {

    private static final int END = 100;
    private static final RuleSetVersion OLD = new RuleSetVersion(1, "old");
    private static final RuleSetVersion RULES = new RuleSetVersion(2, "new");

    private final Ranking ranking =
            new Ranking("ranking-" + UUID.randomUUID(), Duration.ofHours(1), subject -> Optional.empty());
    private final List<Ranking.Place> places = List.of(place(""));
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    private final RedisRankings rankings = new RedisRankings(SharedCache.POOL);
    private final EndlessBoards boards = new RedisEndlessBoards(SharedCache.POOL);

    @Test
    void those_come_first_that_stand_there_longest_until_they_say_that_they_do_not() {
        put(entry("new", 30, 1), entry("old", 10, 1), entry("middle", 20, 1));
        assertThat(longest(2)).containsExactly("old 10", "middle 20");
        put(entry("old", -40, 2), entry("middle", 50, 2));
        assertThat(longest(9)).containsExactly("new 30", "middle 50");
    }

    @Test
    void who_knows_less_changes_nothing() {
        put(entry("1", 20, 5));
        put(entry("1", 10, 4));
        put(entry("1", -15, 4));
        assertThat(longest(9)).containsExactly("1 20");
        put(entry("1", -30, 6));
        put(entry("1", 20, 5));
        assertThat(longest(9)).isEmpty();
    }

    @Test
    void of_the_same_time_the_later_version_holds_however_high_it_is() {
        for (long version : List.of(1L, 2047L, 2048L, 4095L, 1L << 40)) {
            put(entry("" + version, -20, version), entry("" + version, 20, version + 1), entry("" + version, -20, version));
        }
        assertThat(longest(9)).hasSize(5);
        for (long version : List.of(1L, 2047L, 2048L, 4095L, 1L << 40)) {
            put(entry("" + version, -20, version + 2), entry("" + version, 20, version + 1));
        }
        assertThat(longest(9)).isEmpty();
    }

    @Test
    void order_and_duplicates_do_not_matter() {
        List<Entry> entries = new ArrayList<>();
        for (int version = 1; version <= 20; version++) {
            entries.add(entry("open", version / 3 + 1, version));
            entries.add(entry("closed", version == 20 ? -9 : version / 3 + 1, version));
        }
        entries.addAll(List.copyOf(entries));
        Collections.shuffle(entries, new Random(42));
        entries.forEach(this::put);
        assertThat(longest(9)).containsExactly("open 7");
    }

    @Test
    void only_those_are_told_whose_time_is_within_the_span() {
        put(entry("10", 10, 7), entry("20", 20, 7), entry("gone", -30, 7));
        assertThat(read(15, 9, RULES).longest()).extracting(score -> score.source()).containsExactly("20");
        assertThat(read(20, 0, RULES).count()).isEqualTo(1);
        assertThat(read(10, 1, RULES)).returns(2L, Standers::count).returns(1, found -> found.longest().size());
        assertThat(read(21, 9, RULES).count()).isZero();
        put(entry("end", END, 7), entry("later", END + 1, 7));
        assertThat(read(21, 9, RULES)).returns(1L, Standers::count).returns(1, found -> found.longest().size());
    }

    @Test
    void who_stood_there_too_long_is_forgotten() {
        long now = Instant.now().toEpochMilli();
        put(entry("old", now - 3_601_000), entry("gone", 3_601_000 - now));
        assertThat(members()).isEmpty();
        put(entry("kept", now - 3_500_000), entry("known", 3_500_000 - now));
        assertThat(members()).containsExactly("known", "kept");
    }

    @Test
    void board_is_complete_once_all_was_put_and_as_long_as_it_stands() {
        put(entry("1", 10, 1));
        assertThat(read(0, 9, RULES).complete()).isFalse();
        boards.begin(ranking, places, "making", RULES);
        assertThat(read(0, 9, RULES).complete()).isFalse();
        boards.complete(ranking, places, "making", read(0, 9, RULES).run(), RULES);
        put(entry("2", 20, 1));
        assertThat(read(0, 9, RULES)).returns(true, Standers::complete).returns(2L, Standers::count);
        assertThat(longest(9)).containsExactly("1 10", "2 20");
        SharedCache.CLIENT.del(key());
        put(entry("3", 20, 1));
        assertThat(read(0, 9, RULES).complete()).isFalse();
    }

    @Test
    void board_that_was_lost_on_the_way_is_not_complete() {
        var run = read(0, 9, RULES).run();
        boards.begin(ranking, places, "making", RULES);
        SharedCache.CLIENT.del(key());
        put(entry("1", 10, 1));
        boards.complete(ranking, places, "making", run, RULES);
        assertThat(read(0, 9, RULES).complete()).isFalse();
        boards.begin(ranking, places, "another", RULES);
        boards.complete(ranking, places, "making", run, RULES);
        assertThat(read(0, 9, RULES).complete()).isFalse();
        boards.complete(ranking, places, "another", "another run", RULES);
        assertThat(read(0, 9, RULES).complete()).isFalse();
    }

    @Test
    void board_that_older_rules_completed_is_complete_for_these_alone() {
        var run = read(0, 9, RULES).run();
        boards.begin(ranking, places, "older", OLD);
        boards.begin(ranking, places, "newer", RULES);
        boards.complete(ranking, places, "older", run, OLD);
        assertThat(read(0, 9, OLD).complete()).isTrue();
        assertThat(read(0, 9, RULES).complete()).isFalse();
        boards.complete(ranking, places, "newer", run, RULES);
        boards.begin(ranking, places, "older again", OLD);
        boards.complete(ranking, places, "older again", run, OLD);
        assertThat(read(0, 9, OLD).complete()).isTrue();
        assertThat(read(0, 9, RULES).complete()).isTrue();
    }

    @Test
    void what_was_begun_and_never_ended_does_not_pile_up() {
        IntStream.range(0, 5).forEach(i -> boards.begin(ranking, places, "making " + i, RULES));
        assertThat(members()).hasSize(1);
        boards.complete(ranking, places, "making 4", read(0, 9, RULES).run(), RULES);
        assertThat(members()).hasSize(1);
        assertThat(SharedCache.CLIENT.pttl(key())).isBetween(3_500_000L, 3_600_000L);
    }

    private void put(Entry... entries) {
        rankings.put(List.of(entries));
    }

    /** @param second after the start; negative where it stands there no more since then */
    private Entry entry(String source, int second, long version) {
        return entry(source, start.plusSeconds(Math.abs(second)).toEpochMilli() * Integer.signum(second), version);
    }

    private Entry entry(String source, long time) {
        return entry(source, time, 1);
    }

    private Entry entry(String source, long time, long version) {
        return new Entry(new Standing(ranking, place(source), Map.of("", time)), version, RULES);
    }

    private static Ranking.Place place(String source) {
        return new Ranking.Place("endless", source, null);
    }

    private Standers read(int second, int longest, RuleSetVersion rules) {
        return boards.read(ranking, places, new Span(start.plusSeconds(second), start.plusSeconds(END)), longest, rules).get(0);
    }

    private List<String> longest(int most) {
        return read(0, most, RULES).longest().stream()
                .map(score -> score.source() + ' ' + (score.score() - start.toEpochMilli()) / 1000).toList();
    }

    private List<String> members() {
        return SharedCache.CLIENT.zrange(key(), 0, -1);
    }

    private String key() {
        return "ranking:{" + ranking.name() + "}:endless";
    }
}
