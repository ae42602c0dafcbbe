package dev.cartwright.views;

import static dev.cartwright.views.Shopping.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.rules.Json;
import dev.cartwright.rules.Ranking;
import dev.cartwright.runtime.Outcome;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.shop.trade.Slot;
import dev.cartwright.testing.Servers;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Views tell the same whatever happened on the way, and after all that was cached is gone. */
class RebuiltViewsTest {

    private static final RuleSetVersion RULES = new RuleSetVersion(5, "five");

    /** A time of its own for each test, and in the future, since Redis forgets what is long ago. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS)
            .plus(Duration.ofDays(2 + new Random().nextInt(3000))).plus(Duration.ofMinutes(17));
    private final ViewInstance one = new ViewInstance(RULES, () -> now);
    private final ViewInstance other = new ViewInstance(RULES, () -> now);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void order_duplicates_and_instances_do_not_matter() {
        var day = day(new Random(7));
        deliver(day);
        var told = told(one);
        assertThat(told.get(1)).isEqualTo(expected(day, Duration.ofDays(1)));
        assertThat(told.get(0)).isEqualTo(expected(day, Duration.ofHours(1)));
        assertThat(told(other)).isEqualTo(told);
    }

    @Test
    void lost_views_are_made_anew_from_the_log() {
        var day = day(new Random(8));
        deliver(day);
        var told = told(one);
        try (var redis = RedisClient.create(Servers.cache().url())) {
            redis.flushAll();
            assertThat(told(one)).isEqualTo(told);
            redis.keys("ranking:*").forEach(redis::del);
            assertThat(told(other)).isEqualTo(told);
            redis.flushAll();
            deliver(day.subList(0, 5));
            assertThat(told(other)).isEqualTo(told);
        }
    }

    @Test
    void late_events_are_counted_where_they_belong() {
        assertThat(one.view("top-products", Map.of("window", "day"))).isEqualTo("[]");
        var late = demand("late", now.minus(Duration.ofHours(5)));
        one.deliver(demand("late", now.minus(Duration.ofHours(4))));
        other.deliver(late);
        one.deliver(late);
        assertThat(one.view("top-products", Map.of("window", "day"))).isEqualTo("""
                [{"product_id":"late","adds":2}]""");
        assertThat(one.view("top-products", Map.of())).isEqualTo("[]");
    }

    @Test
    void other_rules_count_anew() {
        one.deliver(demand("a", now));
        var before = told(one);
        try (var newer = new ViewInstance(new RuleSetVersion(6, "six"), () -> now)) {
            assertThat(told(newer)).isEqualTo(before);
            newer.deliver(demand("a", now));
            assertThat(newer.view("top-products", Map.of())).isEqualTo("""
                    [{"product_id":"a","adds":2}]""");
            assertThat(told(one)).isEqualTo(told(newer));
        }
    }

    @Test
    void event_is_not_acknowledged_before_it_is_in_the_rankings() {
        var broken = new Broken[1];
        try (var instance = new ViewInstance(RULES, () -> now, new ViewInstance.Weakness(
                rankings -> broken[0] = new Broken(rankings), finder -> finder))) {
            assertThat(one.view("top-products", Map.of())).isEqualTo("[]");
            var event = demand("a", now);
            broken[0].broken = true;
            assertThatThrownBy(() -> instance.deliver(event)).isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(Unavailable.class);
            assertThat(one.view("top-products", Map.of())).isEqualTo("[]");
            broken[0].broken = false;
            assertThat(instance.deliver(event)).isEqualTo(Outcome.APPLIED);
            assertThat(one.view("top-products", Map.of())).isEqualTo("""
                    [{"product_id":"a","adds":1}]""");
        }
    }

    private static final class Broken implements RankingStore {

        private final RankingStore rankings;
        private volatile boolean broken;

        Broken(RankingStore rankings) {
            this.rankings = rankings;
        }

        @Override
        public void put(Collection<Entry> entries) {
            if (broken) {
                throw new Unavailable(Unavailable.Reason.STORE_AWAY, "broken");
            }
            rankings.put(entries);
        }

        @Override
        public void complete(Ranking ranking, Ranking.Place board, String run, Collection<Entry> entries,
                RuleSetVersion rules) {
            rankings.complete(ranking, board, run, entries, rules);
        }

        @Override
        public List<Board> read(Ranking ranking, List<Ranking.Place> boards, RuleSetVersion rules) {
            return rankings.read(ranking, boards, rules);
        }
    }

    private static List<String> told(ViewInstance instance) {
        return List.of(instance.view("top-products", Map.of()),
                instance.view("top-products", Map.of("window", "day")),
                instance.view("top-products", Map.of("by", "revenue", "window", "day")),
                instance.view("sales", Map.of()), instance.view("conversion", Map.of("window", "day")));
    }

    /** Each to one of the instances or to both, in any order, some twice. */
    private void deliver(List<CloudEvent> events) {
        var deliveries = new ArrayList<CompletableFuture<Outcome>>();
        var random = new Random(1);
        var shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(shuffled, random);
        for (var event : shuffled) {
            int to = random.nextInt(3);
            if (to != 1) {
                deliveries.add(one.submit(event).toCompletableFuture());
            }
            if (to != 0) {
                deliveries.add(other.submit(event).toCompletableFuture());
            }
        }
        deliveries.forEach(CompletableFuture::join);
    }

    private List<CloudEvent> day(Random random) {
        List<CloudEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            var time = now.minusSeconds(random.nextInt(random.nextBoolean() ? 3_000 : 80_000));
            var product = "p" + random.nextInt(8);
            events.add(random.nextInt(4) > 0 ? demand(product, time) : sale(product, time, random.nextInt(5_000)));
        }
        return events;
    }

    /** The view of adds, counted by hand. */
    private String expected(List<CloudEvent> events, Duration window) {
        var sums = new HashMap<String, Long>();
        events.stream().filter(event -> event.getType().equals("demand-counted")
                && !Slot.floor(event.getTime().toInstant()).isBefore(Slot.floor(now.minus(window))))
                .forEach(event -> sums.merge(product(event), 1L, Long::sum));
        return Json.text(sums.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new TopProducts.Row(entry.getKey(), entry.getValue(), null)).toList());
    }

    private static String product(CloudEvent demand) {
        try {
            return Json.MAPPER.readTree(demand.getData().toBytes()).path("product_id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CloudEvent demand(String product, Instant time) {
        var slot = slot(time, product);
        return event("demand-counted", "shop/" + slot, time, Map.of("slot", slot, "product_id", product));
    }

    private static CloudEvent sale(String product, Instant time, long hundredths) {
        var slot = slot(time, product);
        return event("sale-counted", "shop/" + slot, time, Map.of("slot", slot, "minute", Slot.minute(time), "orders", 1,
                "revenue", Map.of(product, hundredths)));
    }

    private static String slot(Instant time, String product) {
        return Slot.minute(Slot.floor(time)) + '.' + Math.floorMod(product.hashCode(), 16);
    }
}
