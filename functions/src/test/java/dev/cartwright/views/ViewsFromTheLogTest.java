package dev.cartwright.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.BigtableEmulator;
import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.local.servers.Waiting;
import dev.cartwright.runtime.Outcome;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.RedisClient;

/** Rebuilt from the log, all views of the shop come out the same: whatever happened, and in whatever order it came. */
class ViewsFromTheLogTest {

    private static final RuleSetVersion RULES = new RuleSetVersion(5, "five");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int EVENTS = 150;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    /** Other ones each time; those of a failure are in the test's name. */
    static LongStream seeds() {
        return new Random().longs(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void views_are_the_same_after_the_cache_was_lost(long seed) {
        var random = new Random(seed);
        try (var shop = new Shop()) {
            shop.deliver(events(random, true), random);
            var told = shop.told();
            told.forEach((question, answer) -> assertThat(answer).as(question).isNotEqualTo("[]"));
            shop.loseTheCache();
            assertThat(shop.told()).isEqualTo(told);
        }
    }

    /** Without guests: what one hands over, and when, follows from the order in which that is heard of. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void views_are_the_same_whatever_the_order_of_events(long seed) {
        var random = new Random(seed);
        var events = events(random, false);
        try (var shop = new Shop(); var another = new Shop()) {
            shop.deliver(events, random);
            another.deliver(events, random);
            assertThat(another.told()).isEqualTo(shop.told());
        }
    }

    private List<CloudEvent> events(Random random, boolean guests) {
        List<CloudEvent> events = new ArrayList<>();
        for (int product = 0; product < 8; product++) {
            events.add(Shopping.listed("p" + product, time(random), random.nextInt(10_000)));
            events.add(Shopping.listed("p" + product, time(random), random.nextInt(10_000)));
        }
        events.add(Shopping.added("always", now.minusSeconds(60), "p0", 1));
        events.add(Shopping.ordered("before", now.minusSeconds(60), "p0", 100));
        for (int i = 0; i < EVENTS; i++) {
            events.add(event(random, guests));
        }
        return events;
    }

    private CloudEvent event(Random random, boolean guests) {
        var time = time(random);
        var shopper = guests && random.nextInt(4) == 0 ? "guest-" + random.nextInt(4) : "s" + random.nextInt(12);
        var product = "p" + random.nextInt(8);
        return switch (random.nextInt(12)) {
            case 0, 1 -> Shopping.removed(shopper, time, product);
            case 2, 3 -> Shopping.ordered(shopper, time, product, random.nextInt(10_000));
            case 4 -> Shopping.renamed(shopper, time);
            case 5 -> guests ? Shopping.signedIn("guest-" + random.nextInt(4), "s" + random.nextInt(12), time)
                    : Shopping.renamed("nobody", time);
            default -> Shopping.added(shopper, time, product, 1 + random.nextInt(3));
        };
    }

    /** Within the last hour, the last day, or the last nine. */
    private Instant time(Random random) {
        var within = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(9)).get(random.nextInt(3));
        return now.minus(random.nextLong(within.toMillis() * 1000), ChronoUnit.MICROS);
    }

    /** Two instances over servers of their own. */
    private final class Shop implements AutoCloseable {

        private final BigtableEmulator bigtable = BigtableEmulator.start();
        private final RedisServer cache = RedisServer.cache();
        private final List<ViewInstance> instances = List.of(instance(), instance());

        private ViewInstance instance() {
            return new ViewInstance(RULES, () -> now, ViewInstance.Weakness.NONE, cache.url(), bigtable.address());
        }

        /** In any order, to any instance, some twice; and then whatever follows from them. */
        void deliver(List<CloudEvent> events, Random random) {
            var next = events;
            while (!next.isEmpty()) {
                var shuffled = new ArrayList<>(next);
                shuffled.addAll(next.subList(0, next.size() / 4));
                Collections.shuffle(shuffled, random);
                List<CompletableFuture<Outcome>> deliveries = new ArrayList<>();
                shuffled.forEach(event ->
                        deliveries.add(instances.get(random.nextInt(2)).submit(event).toCompletableFuture()));
                deliveries.forEach(CompletableFuture::join);
                next = instances.stream().flatMap(instance -> instance.published().stream()).toList();
            }
        }

        void loseTheCache() {
            try (var redis = RedisClient.create(cache.url())) {
                redis.flushAll();
            }
        }

        /** All that can be asked, by the question, once it is answered. */
        Map<String, String> told() {
            Map<String, String> told = new TreeMap<>();
            for (var window : List.of("hour", "day")) {
                ask("sales", Map.of("window", window), told);
                ask("conversion", Map.of("window", window), told);
                for (var by : List.of("adds", "revenue")) {
                    ask("top-products", Map.of("window", window, "by", by), told);
                }
            }
            ask("open-carts", Map.of(), told);
            ask("products", Map.of(), told);
            return told;
        }

        private void ask(String view, Map<String, String> parameters, Map<String, String> told) {
            assertThat(Waiting.until(PATIENCE, () -> {
                try {
                    told.put(view + parameters, instances.get(told.size() % 2).view(view, parameters));
                    return true;
                } catch (Unavailable madeAnew) {
                    return false;
                }
            })).as(view).isTrue();
        }

        @Override
        public void close() {
            instances.forEach(ViewInstance::close);
            cache.close();
            bigtable.close();
        }
    }
}
