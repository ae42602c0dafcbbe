package dev.cartwright.live;

import static dev.cartwright.live.LiveInstance.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.RedisFlavour;
import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** What becomes of Redis may cost a watcher a reset, but never a change. */
class LiveAccidentsTest {

    private static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final String USER = "user/456";
    private static final String STATE = "STATE subject-state";
    private static final String RESET = "RESET subject-state";
    private static final String ADDED = "CHANGE product-added-to-cart";
    private static final String CHANGED = "CHANGE subject-changed";

    private final InMemoryEventLog log = new InMemoryEventLog();
    private RedisServer server;
    private LiveInstance shop;
    private LiveInstance checking;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.cache();
        shop = new LiveInstance(server.url(), log);
        checking = new LiveInstance(server.url(), log, OFTEN, LiveInstance.LIFE, view -> Optional.empty());
        add(1);
    }

    @AfterEach
    void stop() {
        shop.close();
        checking.close();
        server.close();
    }

    private void add(int second) throws Exception {
        shop.deliver(added(USER, "p" + second, NINE.plusSeconds(second), "e" + second));
    }

    private void redis(Consumer<RedisClient> commands) {
        try (var client = RedisClient.create(server.url())) {
            commands.accept(client);
        }
    }

    @Test
    void flushedCacheShowsWithTheNextChange() throws Exception {
        var watcher = shop.watch(USER).awaits(STATE);
        redis(RedisClient::flushAll);
        add(2);
        watcher.awaitsVersion(2);
        assertThat(watcher.told()).contains(RESET);
        assertTrue(watcher);
        add(3);
        assertTrue(watcher.awaitsVersion(3));
    }

    @Test
    void flushedCacheShowsBeforeTheNextChange() throws Exception {
        var watcher = checking.watch(USER).awaits(STATE);
        redis(RedisClient::flushAll);
        watcher.awaits(STATE, RESET);
        add(2);
        watcher.awaits(STATE, RESET, ADDED, CHANGED);
        assertTrue(watcher);
    }

    @Test
    void evictedHistoryShowsWithTheNextChange() throws Exception {
        var watcher = shop.watch(USER).awaits(STATE);
        redis(client -> client.del("live:{" + USER + "}"));
        add(2);
        watcher.awaits(STATE, RESET);
        add(3);
        watcher.awaits(STATE, RESET, ADDED, CHANGED);
        assertTrue(watcher);
    }

    @Test
    void evictedStateIsAReset() throws Exception {
        var watcher = shop.watch(USER).awaits(STATE);
        redis(client -> client.del("subject:{" + USER + "}"));
        add(2);
        watcher.awaits(STATE, RESET);
        assertTrue(watcher);
    }

    @Test
    void writerThatDiedAfterItsStateWasSetCostsNoReset() throws Exception {
        var watcher = shop.watch(USER).awaits(STATE);
        redis(client -> client.hset("subject:{" + USER + "}", "p:2023-04-19T09:00:01.000000Z#e1#/shop", "0:1:dead"));
        add(2);
        watcher.awaits(STATE, ADDED, STATE);
        assertTrue(watcher);
    }

    @Test
    void whoComesBackAfterTheHistoryExpiredGetsAReset() throws Exception {
        try (var brief = new LiveInstance(server.url(), log, LiveInstance.NEVER, Duration.ofMillis(50),
                view -> Optional.empty())) {
            var first = brief.watch(USER).awaits(STATE);
            first.close();
            redis(client -> Conditions.await(() -> "expiry", () -> !client.exists("live:{" + USER + "}")));
            add(2);
            assertTrue(Watcher.resuming(brief.hub, USER, first).awaits(RESET));
        }
    }

    @Test
    void historyLivesAsLongAsSomebodyWatches() throws Exception {
        try (var brief = new LiveInstance(server.url(), log, Duration.ofMillis(50), Duration.ofSeconds(2),
                view -> Optional.empty())) {
            var watcher = brief.watch(USER).awaits(STATE);
            long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
            redis(client -> Conditions.await(() -> "time", () -> System.nanoTime() > end
                    || !client.exists("live:{" + USER + "}")));
            add(2);
            watcher.awaits(STATE, ADDED, CHANGED);
        }
    }

    @Test
    void killedServerThatComesBackEmptyIsAReset() throws Exception {
        var watcher = shop.watch(USER).awaits(STATE);
        server.kill();
        server = RedisServer.start(new RedisFlavour.Cache(), server.port());
        watcher.awaits(STATE, RESET);
        add(2);
        watcher.awaits(STATE, RESET, ADDED, CHANGED);
        assertTrue(watcher);
    }

    @Test
    void watcherThatComesWhileTheServerIsAwayIsServedWhenItIsBack() throws Exception {
        server.kill();
        var watcher = shop.watch(USER);
        server = RedisServer.start(new RedisFlavour.Cache(), server.port());
        watcher.awaits(STATE);
        add(2);
        watcher.awaits(STATE, ADDED, CHANGED);
        assertTrue(watcher);
    }

    @Test
    void instanceThatStartsBeforeItsServerServesWhenThatIsThere() throws Exception {
        server.kill();
        try (var early = new LiveInstance(server.url(), log)) {
            var watcher = early.watch(USER);
            server = RedisServer.start(new RedisFlavour.Cache(), server.port());
            watcher.awaits(STATE);
            assertThat(watcher.known()).isEqualTo(early.state(USER));
        }
    }

    @Test
    void frozenServerCostsNothingThatWasSaidMeanwhile() throws Exception {
        var watcher = shop.watch(USER).awaits(STATE);
        var before = connections();
        server.freeze();
        var outcome = shop.submit(added(USER, "p2", NINE.plusSeconds(2), "e2"));
        long silent = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        Conditions.await(() -> "time", () -> System.nanoTime() > silent);
        server.thaw();
        outcome.toCompletableFuture().handle((done, failure) -> done).join();
        shop.deliver(added(USER, "p2", NINE.plusSeconds(2), "e2"));
        watcher.awaitsVersion(2);
        assertTrue(watcher);
        assertThat(connections()).as("once more than before").isGreaterThan(before);
    }

    private String connections() {
        try (var client = RedisClient.create(server.url())) {
            var stats = client.info("stats");
            return stats.substring(stats.indexOf("total_connections_received:")).split("\\D+", 3)[1];
        }
    }

    @Test
    void cutSubscriptionIsMadeAgain_andTellsWhatWasMissed() throws Exception {
        var watcher = shop.watch(USER).awaits(STATE);
        LiveInstance.cutSubscriptions(server.url());
        add(2);
        watcher.awaits(STATE, ADDED, CHANGED);
        add(3);
        watcher.awaits(STATE, ADDED, CHANGED, ADDED, CHANGED);
        assertTrue(watcher);
    }

    private void assertTrue(Watcher watcher) {
        assertThat(watcher.faults()).isEmpty();
        assertThat(watcher.known()).isEqualTo(shop.state(USER));
    }
}
