package dev.cartwright.live;

import static dev.cartwright.live.LiveInstance.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import dev.cartwright.testing.Servers;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

class LiveHubTest {

    private static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");
    private static final String STATE = "STATE subject-state";
    private static final String RESET = "RESET subject-state";
    private static final String ADDED = "CHANGE product-added-to-cart";
    private static final String CHANGED = "CHANGE subject-changed";

    private final String url = Servers.cache().url();
    private final LiveInstance shop = new LiveInstance(url, new InMemoryEventLog());
    private final RedisClient redis = RedisClient.create(url);
    private final String user = "user/" + UUID.randomUUID();

    @AfterEach
    void close() {
        shop.close();
        redis.close();
    }

    private void add(int... seconds) throws Exception {
        for (int second : seconds) {
            shop.deliver(added(user, "p" + second, NINE.plusSeconds(second), "e" + second));
        }
    }

    @Test
    void watcherGetsTheState_thenEachEventAndWhatItChanged() throws Exception {
        add(1);
        var watcher = shop.watch(user).awaits(STATE);
        add(2);
        watcher.awaits(STATE, ADDED, CHANGED);
        assertThat(watcher.known()).isEqualTo(shop.state(user));
        assertThat(watcher.version()).isEqualTo(2);
        assertThat(watcher.messages().get(1).event().getId()).isEqualTo("e2");
    }

    @Test
    void subjectWithoutEventsIsAtVersionNoughtUntilTheFirstComes() throws Exception {
        var watcher = shop.watch(user).awaits(STATE);
        assertThat(watcher.known()).hasToString("{\"subject\":\"" + user + "\",\"version\":0,\"properties\":{}}");
        add(1);
        watcher.awaits(STATE, ADDED, CHANGED);
        assertThat(watcher.known()).isEqualTo(shop.state(user));
    }

    @Test
    void allWatchersOfAChannelGetTheSameObjects() throws Exception {
        var one = shop.watch(user).awaits(STATE);
        var other = shop.watch(user).awaits(STATE);
        add(1);
        one.awaits(STATE, ADDED, CHANGED);
        other.awaits(STATE, ADDED, CHANGED);
        assertThat(one.messages().get(2)).isSameAs(other.messages().get(2));
    }

    @Test
    void eventsOfOneBatchComeTogetherInOrderOfTheirPositions() throws Exception {
        var watcher = shop.watch(user).awaits(STATE);
        var outcomes = IntStream.of(3, 1, 2, 5, 4).mapToObj(second -> shop.submit(
                added(user, "p", NINE.plusSeconds(second), "e" + second)).toCompletableFuture()).toList();
        outcomes.forEach(outcome -> outcome.join());
        watcher.awaitsVersion(5);
        assertThat(watcher.known()).isEqualTo(shop.state(user));
        assertThat(watcher.faults()).isEmpty();
    }

    @Test
    void duplicateTellsNothing() throws Exception {
        add(1);
        var watcher = shop.watch(user).awaits(STATE);
        add(1, 1, 2);
        watcher.awaits(STATE, ADDED, CHANGED);
    }

    @Test
    void lateEventTellsWhatItCorrected_andTheStateAsItIsNow() throws Exception {
        add(5);
        var watcher = shop.watch(user).awaits(STATE);
        add(3);
        watcher.awaits(STATE, ADDED, "CHANGE subject-corrected", STATE);
        assertThat(watcher.known()).isEqualTo(shop.state(user));
    }

    @Test
    void whoComesBackGetsJustWhatItMissed() throws Exception {
        var first = shop.watch(user).awaits(STATE);
        add(1);
        first.awaits(STATE, ADDED, CHANGED).close();
        add(2, 3);
        var again = Watcher.resuming(shop.hub, user, first).awaits(ADDED, CHANGED, ADDED, CHANGED);
        assertThat(again.known()).isEqualTo(shop.state(user));
        assertThat(first.messages()).as("after it was closed").hasSize(3);
    }

    @Test
    void whoComesBackWhileOthersWatchGetsJustWhatItMissed() throws Exception {
        var stays = shop.watch(user).awaits(STATE);
        var goes = shop.watch(user).awaits(STATE);
        add(1);
        goes.awaits(STATE, ADDED, CHANGED).close();
        add(2);
        Watcher.resuming(shop.hub, user, goes).awaits(ADDED, CHANGED);
        stays.awaits(STATE, ADDED, CHANGED, ADDED, CHANGED);
    }

    @Test
    void whoComesBackWhenNothingHappenedHearsTheNextChangeFirst() throws Exception {
        var first = shop.watch(user).awaits(STATE);
        first.close();
        var again = Watcher.resuming(shop.hub, user, first);
        var other = shop.watch(user).awaits(STATE);
        add(1);
        other.awaits(STATE, ADDED, CHANGED);
        again.awaits(ADDED, CHANGED);
    }

    @Test
    void whoMissedMoreThanIsKeptGetsAReset() throws Exception {
        var first = shop.watch(user).awaits(STATE);
        first.close();
        add(IntStream.rangeClosed(1, LiveInstance.HISTORY / 2 + 1).toArray());
        var again = Watcher.resuming(shop.hub, user, first).awaits(RESET);
        assertThat(again.known()).isEqualTo(shop.state(user));
    }

    @Test
    void historyHoldsAsManyMessagesAsItSays() throws Exception {
        var first = shop.watch(user).awaits(STATE);
        first.close();
        add(IntStream.rangeClosed(1, LiveInstance.HISTORY / 2).toArray());
        var again = Watcher.resuming(shop.hub, user, first).awaitsVersion(LiveInstance.HISTORY / 2);
        assertThat(again.told()).hasSize(LiveInstance.HISTORY).doesNotContain(RESET);
        assertThat(again.faults()).isEmpty();
    }

    @Test
    void offsetOfAnotherEpochGetsAReset() throws Exception {
        add(1);
        for (var offset : List.of(new Offset(1, 1), Offset.NONE, new Offset(Long.MAX_VALUE / 10, 5))) {
            List<LiveMessage> told = new CopyOnWriteArrayList<>();
            shop.hub.follow(user, Optional.of(offset), told::add);
            Conditions.await(() -> told, () -> !told.isEmpty());
            assertThat(told).extracting(LiveMessage::kind).containsExactly(LiveMessage.Kind.RESET);
        }
    }

    @Test
    void subjectThatIsNotCachedIsFoldedFirst() throws Exception {
        add(1, 2);
        redis.del("subject:{" + user + "}");
        var watcher = shop.watch(user).awaits(STATE);
        assertThat(watcher.version()).isEqualTo(2);
        add(3);
        watcher.awaits(STATE, ADDED, CHANGED);
    }

    @Test
    void changeThatIsTooLargeToTellIsAReset() throws Exception {
        var watcher = shop.watch(user).awaits(STATE);
        shop.deliver(added(user, NINE, "large",
                Map.of("product_id", "1", "user_id", "2", "note", "x".repeat(150_000))));
        watcher.awaits(STATE, RESET);
        assertThat(watcher.known()).isEqualTo(shop.state(user));
        add(1);
        watcher.awaitsVersion(2);
    }

    @Test
    void listenerThatFailsHearsNothingMore_andHarmsNobody() throws Exception {
        List<LiveMessage> heard = new CopyOnWriteArrayList<>();
        shop.hub.follow(user, Optional.empty(), message -> {
            heard.add(message);
            throw new IllegalStateException("on purpose");
        });
        var other = shop.watch(user).awaits(STATE);
        add(1);
        other.awaits(STATE, ADDED, CHANGED);
        assertThat(heard).hasSize(1);
    }

    @Test
    void nothingIsKeptOfSubjectsThatNobodyWatches() throws Exception {
        add(1, 2);
        assertThat(redis.exists("live:{" + user + "}")).isFalse();
        shop.watch(user).awaits(STATE).close();
        assertThat(redis.pttl("live:{" + user + "}")).isBetween(1L, LiveInstance.LIFE.toMillis());
    }

    @Test
    void channelIsHeardOnceHoweverManyWatch_andNotAtAllWhenTheLastHasGone() {
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            watchers.add(shop.watch(user));
        }
        watchers.forEach(watcher -> watcher.awaits(STATE));
        assertThat(subscribers()).isEqualTo(1);
        watchers.forEach(Watcher::close);
        Conditions.await(this::subscribers, () -> subscribers() == 0);
    }

    private long subscribers() {
        var channel = "live:{" + user + "}";
        try (var jedis = new Jedis(URI.create(url))) {
            return jedis.pubsubNumSub(channel).get(channel);
        }
    }

    @Test
    void instanceServesNoMoreThanItCan() {
        var following = IntStream.range(0, 1000).mapToObj(i ->
                shop.hub.follow(user, Optional.empty(), message -> { })).toList();
        assertThatThrownBy(() -> shop.hub.follow(user, Optional.empty(), message -> { }))
                .isInstanceOf(Unavailable.class);
        following.get(0).close();
        following.get(0).close();
        shop.watch(user).awaits(STATE);
        assertThatThrownBy(() -> shop.watch(user)).isInstanceOf(Unavailable.class);
    }
}
