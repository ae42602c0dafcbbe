package dev.cartwright.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SubjectFinder;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.WholeLog;
import dev.cartwright.views.ViewInstance.Weakness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How open carts come back after the cache was lost. */
class OpenCartSearchTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final RuleSetVersion RULES = new RuleSetVersion(5, "five");

    private final String mine = "lost-" + UUID.randomUUID() + '-';
    private final Instant start = Instant.now().minus(Duration.ofDays(1));
    private final SlowFinder slow = new SlowFinder();
    private final SlowFinder slowToo = new SlowFinder();
    private final ViewInstance one = new ViewInstance(RULES, Instant::now, weak(slow));
    private final ViewInstance other = new ViewInstance(RULES, Instant::now, weak(slowToo));

    private static Weakness weak(SubjectFinder finder) {
        return new Weakness(rankings -> rankings, real -> finder);
    }

    /** Finds what the test says it finds, when the test says so. */
    private static final class SlowFinder implements SubjectFinder {

        private final BlockingQueue<Optional<Found>> answers = new LinkedBlockingQueue<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public Found find(String kind, Instant since, String from) {
            asked.add(from);
            try {
                return Optional.ofNullable(answers.poll(LONG.toSeconds(), TimeUnit.SECONDS)).flatMap(found -> found)
                        .orElseThrow(() -> new Unavailable(Unavailable.Reason.STORE_AWAY, "the log is away"));
            } catch (InterruptedException ending) {
                throw new Unavailable(Unavailable.Reason.STOPPING, "the instance is ending", ending);
            }
        }

        void finds(String next, String... shoppers) {
            answers.add(Optional.of(new Found(List.of(shoppers), Optional.ofNullable(next))));
        }

        void fails() {
            answers.add(Optional.empty());
        }
    }

    @BeforeEach
    void twoCartsAndNoCache() {
        one.deliver(Shopping.added(mine + "a", start, "p", 1));
        one.deliver(Shopping.added(mine + "b", start.plusSeconds(1), "p", 1));
        ViewInstance.forget();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void lost_carts_are_searched_for_in_the_log() {
        try (var log = WholeLog.open()) {
            slow.finds("on", user("a"));
            slow.finds(null, user("b"));
            assertThat(rows(one)).containsExactly("a", "b");
            assertThat(slow.asked).containsExactly(SubjectFinder.START, "on");
            assertThat(rows(other)).containsExactly("a", "b");
            assertThat(slowToo.asked).isEmpty();
            assertThat(log.lines(OpenCartSearch.class)).hasSize(2).last().asString().contains("2 shoppers were found");
        }
    }

    @Test
    void boards_that_are_lost_without_the_states_come_back_too() {
        slow.finds(null, user("a"), user("b"));
        assertThat(rows(one)).containsExactly("a", "b");
        ViewInstance.forget("ranking:{open-carts}:*");
        slow.finds(null, user("a"), user("b"));
        assertThat(rows(one)).containsExactly("a", "b");
    }

    @Test
    void while_they_are_searched_for_there_is_no_answer_and_what_happens_stands() {
        assertThatThrownBy(() -> rows(one)).isInstanceOf(Unavailable.class).hasMessageContaining("made anew");
        other.deliver(Shopping.ordered(mine + "a", start.plusSeconds(9), "p", 100));
        other.deliver(Shopping.added(mine + "c", start.plusSeconds(9), "p", 1));
        assertThatThrownBy(() -> rows(one)).isInstanceOf(Unavailable.class);
        slow.finds(null, user("a"), user("b"));
        awaitRows(one, "b", "c");
        assertThat(slow.asked).hasSize(1);
    }

    @Test
    void one_instance_at_a_time_searches() {
        assertThatThrownBy(() -> rows(one)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> rows(other)).isInstanceOf(Unavailable.class);
        assertThat(slowToo.asked).isEmpty();
        slow.finds(null, user("a"), user("b"));
        awaitRows(other, "a", "b");
        assertThat(slowToo.asked).isEmpty();
    }

    @Test
    void whoever_is_asked_after_an_interruption_goes_on_from_there() {
        slow.finds("on", user("a"));
        slow.fails();
        assertThatThrownBy(() -> rows(one)).isInstanceOf(Unavailable.class);
        ViewInstance.forget("work:{open-carts-five}");
        slowToo.finds("further", user("b"));
        slowToo.finds(null);
        assertThat(rows(other)).containsExactly("a", "b");
        assertThat(slow.asked).containsExactly(SubjectFinder.START, "on");
        assertThat(slowToo.asked).containsExactly("on", "further");
    }

    @Test
    void instance_that_was_interrupted_pauses_and_goes_on() {
        slow.finds("on", user("a"));
        slow.fails();
        assertThatThrownBy(() -> rows(one)).isInstanceOf(Unavailable.class);
        slow.finds(null, user("b"));
        assertThatThrownBy(() -> rows(one)).isInstanceOf(Unavailable.class);
        assertThat(slow.asked).containsExactly(SubjectFinder.START, "on");
        awaitRows(one, "a", "b");
        assertThat(slow.asked).containsExactly(SubjectFinder.START, "on", "on");
    }

    @Test
    void cache_that_is_lost_on_the_way_is_searched_for_anew() {
        slow.finds("on", user("a"));
        assertThatThrownBy(() -> rows(one)).isInstanceOf(Unavailable.class);
        ViewInstance.forget();
        slow.finds(null, user("b"));
        assertThat(Waiting.until(SOON, () -> slow.answers.isEmpty())).isTrue();
        slow.finds(null, user("a"), user("b"));
        awaitRows(one, "a", "b");
        assertThat(slow.asked).containsExactly(SubjectFinder.START, "on", SubjectFinder.START);
    }

    @Test
    void other_rules_search_for_themselves() {
        slow.finds(null, user("a"), user("b"));
        assertThat(rows(one)).hasSize(2);
        var finder = new SlowFinder();
        try (var newer = new ViewInstance(new RuleSetVersion(6, "six"), Instant::now, weak(finder))) {
            finder.finds(null, user("a"), user("b"));
            assertThat(rows(newer)).containsExactly("a", "b");
            assertThat(finder.asked).hasSize(1);
        }
    }

    private String user(String name) {
        return "user/" + mine + name;
    }

    private void awaitRows(ViewInstance instance, String... expected) {
        assertThat(Waiting.until(SOON, () -> {
            try {
                return rows(instance).equals(List.of(expected));
            } catch (Unavailable searching) {
                return false;
            }
        })).as("rows of %s", List.of(expected)).isTrue();
    }

    private List<String> rows(ViewInstance instance) {
        return instance.openCarts(mine).stream().map(OpenCarts.Row::userId).toList();
    }
}
