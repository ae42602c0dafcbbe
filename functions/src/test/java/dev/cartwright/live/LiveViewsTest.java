package dev.cartwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import dev.cartwright.testing.Servers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveViewsTest {

    private final AtomicInteger sold = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final String view = "top-" + UUID.randomUUID();
    private final LiveInstance one = instance();
    private final LiveInstance other = instance();
    private final ViewTeller teller = ViewTeller.start(one.live, messages());
    private final ViewTeller otherTeller = ViewTeller.start(other.live, messages());
    private final List<LiveMessage> told = new CopyOnWriteArrayList<>();
    private volatile boolean storeIsAway;

    private LiveInstance instance() {
        return new LiveInstance(Servers.cache().url(), new InMemoryEventLog(), LiveInstance.NEVER, LiveInstance.LIFE,
                this::answer);
    }

    private ViewMessages messages() {
        return new ViewMessages(this::answer, Clock.systemUTC());
    }

    private Optional<Object> answer(String name) {
        asked.incrementAndGet();
        if (storeIsAway) {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "on purpose");
        }
        return Optional.of(Map.of("name", name, "rows", List.of(sold.get())));
    }

    @AfterEach
    void close() {
        teller.close();
        otherTeller.close();
        one.close();
        other.close();
    }

    private String last() {
        return told.isEmpty() ? "nothing" : new String(told.get(told.size() - 1).event().getData().toBytes());
    }

    private void awaitRows(int rows) {
        Conditions.await(this::last, () -> last().contains("\"rows\":[" + rows + "]"));
    }

    @Test
    void watcherGetsTheAnswer_thenEachNewOne() {
        other.hub.follow("view/" + view, Optional.empty(), told::add);
        awaitRows(0);
        sold.set(7);
        teller.changed(view);
        awaitRows(7);
        assertThat(told).extracting(LiveMessage::kind)
                .containsExactly(LiveMessage.Kind.STATE, LiveMessage.Kind.CHANGE);
        assertThat(told.get(1).event().getType()).isEqualTo("view-changed");
        assertThat(told.get(1).event().getSubject()).isEqualTo("view/" + view);
    }

    @Test
    void manyChangesOnTwoInstancesAreToldTwiceASecond_andTheLastIsNotForgotten() {
        other.hub.follow("view/" + view, Optional.empty(), told::add);
        awaitRows(0);
        long start = System.nanoTime();
        Conditions.await(() -> "time", () -> {
            sold.incrementAndGet();
            teller.changed(view);
            otherTeller.changed(view);
            return System.nanoTime() - start > Duration.ofSeconds(3).toNanos();
        });
        awaitRows(sold.get());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(told.size() - 1).isBetween(2, (int) (seconds * 2) + 1);
    }

    @Test
    void viewThatNobodyWatchesIsNotAsked() {
        teller.changed(view);
        other.hub.follow("view/" + view + "-seen", Optional.empty(), told::add);
        awaitRows(0);
        sold.set(1);
        teller.changed(view + "-seen");
        awaitRows(1);
        assertThat(asked).as("the first answer and the change of the one that is watched").hasValue(2);
    }

    @Test
    void viewThatCannotBeAnsweredNowIsToldLater() {
        other.hub.follow("view/" + view, Optional.empty(), told::add);
        awaitRows(0);
        storeIsAway = true;
        sold.set(3);
        teller.changed(view);
        Conditions.await(asked::get, () -> asked.get() > 1);
        storeIsAway = false;
        awaitRows(3);
    }

    @Test
    void whoComesBackGetsTheAnswersThatItMissed() {
        var first = new CopyOnWriteArrayList<LiveMessage>();
        one.hub.follow("view/" + view, Optional.empty(), first::add);
        Conditions.await(() -> first, () -> first.size() == 1);
        sold.set(5);
        teller.changed(view);
        Conditions.await(() -> first, () -> first.size() == 2);
        other.hub.follow("view/" + view, Optional.of(first.get(0).offset()), told::add);
        awaitRows(5);
        assertThat(told).extracting(LiveMessage::kind).containsExactly(LiveMessage.Kind.CHANGE);
    }
}
