package dev.cartwright.views;

import static dev.cartwright.views.Shopping.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.redis.RedisEndlessBoards;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisRankings;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Standing;
import dev.cartwright.runtime.EndlessBoards.Span;
import dev.cartwright.runtime.RankingStore.Entry;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.shop.cart.Cart;
import dev.cartwright.testing.Servers;
import io.cloudevents.CloudEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other tests have carts in the same shop; those here have been left for longer. */
class OpenCartsTest {

    private static final RuleSetVersion RULES = new RuleSetVersion(5, "five");

    private final String mine = "open-" + UUID.randomUUID() + '-';
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(6));
    private final ViewInstance one = new ViewInstance(RULES, Instant::now);
    private final ViewInstance other = new ViewInstance(RULES, Instant::now);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void those_come_first_whose_shoppers_have_been_away_longest() {
        one.deliver(added("late", 30, "p", 2));
        other.deliver(added("early", 10, "p", 1));
        one.deliver(added("early", 20, "q", 1));
        assertThat(rows(one)).containsExactly("early 20 2 2", "late 30 1 2");
        one.deliver(added("early", 40, "q", 1));
        assertThat(rows(other)).containsExactly("late 30 1 2", "early 40 2 3");
    }

    @Test
    void cart_that_is_emptied_or_ordered_is_not_left_open() {
        for (var shopper : List.of("emptied", "ordered", "open")) {
            one.deliver(added(shopper, 10, "p", 1));
        }
        other.deliver(removed(mine + "emptied", at(20), "p"));
        other.deliver(ordered("ordered", 20));
        assertThat(rows(one)).containsExactly("open 10 1 1");
    }

    @Test
    void order_and_duplicates_do_not_matter() {
        var added = added("ordered", 10, "p", 1);
        var again = added("again", 30, "p", 1);
        one.deliver(ordered("ordered", 20));
        other.deliver(added);
        one.deliver(added);
        other.deliver(again);
        one.deliver(removed(mine + "again", at(20), "p"));
        assertThat(rows(one)).containsExactly("again 30 1 1");
    }

    @Test
    void who_stands_there_wrongly_is_not_shown_and_goes() {
        one.deliver(ordered("wrong", 10));
        try (var redis = new RedisPool("the cache", URI.create(Servers.cache().url()), Duration.ofSeconds(10))) {
            var place = Cart.OPEN.places().apply("user/" + mine + "wrong").orElseThrow();
            long time = at(10).toEpochMilli();
            new RedisRankings(redis).put(List.of(new Entry(new Standing(Cart.OPEN, place, Map.of("", time)), 1, RULES)));
            var boards = new RedisEndlessBoards(redis);
            assertThat(boards.read(Cart.OPEN, List.of(place), new Span(start, at(60)), 1000, RULES).get(0).longest())
                    .anyMatch(found -> isMine(found.source()));
            assertThat(rows(one)).isEmpty();
            assertThat(boards.read(Cart.OPEN, List.of(place), new Span(start, at(60)), 1000, RULES).get(0).longest())
                    .noneMatch(found -> isMine(found.source()));
        }
    }

    @Test
    void states_that_are_folded_anew_stand_where_they_stood() {
        one.deliver(added("kept", 10, "p", 1));
        try (var newer = new ViewInstance(new RuleSetVersion(6, "six"), Instant::now)) {
            newer.deliver(added("kept", 20, "p", 1));
            assertThat(rows(newer)).containsExactly("kept 20 1 2");
        }
    }

    private boolean isMine(String subject) {
        return subject.startsWith("user/" + mine);
    }

    /** Of this test's shoppers: who, since which second, how many products and pieces. */
    private List<String> rows(ViewInstance instance) {
        return instance.openCarts(mine).stream().map(row -> row.userId() + ' '
                + Duration.between(start, Rfc3339.parse(row.lastActive())).toSeconds() + ' '
                + row.products() + ' ' + row.pieces()).toList();
    }

    private CloudEvent added(String shopper, int second, String product, int quantity) {
        return Shopping.added(mine + shopper, at(second), product, quantity);
    }

    private CloudEvent ordered(String shopper, int second) {
        return Shopping.ordered(mine + shopper, at(second), "p", 100);
    }

    private Instant at(int second) {
        return start.plusSeconds(second);
    }
}
