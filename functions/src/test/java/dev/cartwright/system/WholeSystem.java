package dev.cartwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One promise, kept by the real servers: what is known in the end depends on the set of the events alone. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WholeSystem {

    private final String broker;
    private final int aDay;
    private final Duration patience;
    private RunningSystem system;

    /**
     * The promise on one kind of broker.
     *
     * @param aDay how many events a day has
     * @param patience how long they may take
     */
    WholeSystem(String broker, int aDay, Duration patience) {
        this.broker = broker;
        this.aDay = aDay;
        this.patience = patience;
    }

    @BeforeAll
    void open(@TempDir Path home) {
        system = RunningSystem.start(home, broker);
    }

    @AfterAll
    void close() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void events_become_states_once_however_often_they_are_sent() {
        var day = day("again", aDay);
        assertThat(system.send("first", day.events())).isZero();
        assertKnown(day);
        assertThat(system.send("second", day.shuffled(1))).isZero();
        assertKnown(day);
    }

    @Test
    void two_senders_at_once_in_any_order_make_the_same_states() {
        var day = day("senders", aDay);
        var one = sending("one", day.shuffled(2));
        var other = sending("other", day.shuffled(2));
        assertThat(List.of(one.join(), other.join())).containsOnly(0);
        assertKnown(day);
    }

    @Test
    void killed_functions_and_lost_caches_lose_nothing() {
        var day = day("faults", 2 * aDay);
        var before = List.of(system.functions().pid(), system.cache().pid());
        long begin = system.broker().acknowledged();
        var sent = sending("faults", day.events());
        awaitThat("a sixth is done", () -> system.broker().acknowledged() > begin + aDay / 3);
        system.functions().kill();
        awaitThat("half is done", () -> system.broker().acknowledged() > begin + aDay);
        system.flushCache();
        awaitThat("most is done", () -> system.broker().acknowledged() > begin + 2 * aDay);
        system.cache().kill();
        assertThat(sent.join()).isZero();
        assertKnown(day);
        assertThat(List.of(system.functions().pid(), system.cache().pid())).doesNotContainAnyElementsOf(before);
    }

    /** What may hang. */
    enum Store {
        BIGTABLE(RunningSystem::emulator), CACHE(RunningSystem::cache);

        final Function<RunningSystem, Child> process;

        Store(Function<RunningSystem, Child> process) {
            this.process = process;
        }
    }

    @ParameterizedTest
    @EnumSource
    void store_that_hangs_is_told_and_waited_for(Store store) {
        var day = day("frozen-" + store.name().toLowerCase(), aDay);
        var direct = day.events().get(0);
        long begin = system.broker().acknowledged();
        var sent = sending(store.name(), day.events().subList(1, day.events().size()));
        awaitThat("some is done", () -> system.broker().acknowledged() > begin + aDay / 3);
        frozen(store.process.apply(system), () -> {
            var answer = system.site().deliver(direct);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(system.site().get("/q/health/ready").statusCode()).isEqualTo(503);
        });
        awaitThat("the event is taken", () -> system.site().deliver(direct).statusCode() == 204);
        assertThat(sent.join()).isZero();
        assertKnown(day);
        awaitThat("the system is ready", () -> system.site().isReady());
    }

    private static void frozen(Child store, Runnable meanwhile) {
        store.freeze();
        try {
            meanwhile.run();
        } finally {
            store.thaw();
        }
    }

    private static ShopDay day(String name, int events) {
        return ShopDay.of(name, events, new Random().nextLong());
    }

    private CompletableFuture<Integer> sending(String name, List<ShopEvent> events) {
        return CompletableFuture.supplyAsync(() -> system.send(name, events), task -> new Thread(task).start());
    }

    private void assertKnown(ShopDay day) {
        var expected = Ledger.of(day.events());
        var subjects = new SubjectsClient(system.site());
        awaitThat("all of %s is done".formatted(day), system.broker()::isDrained);
        Waiting.until(patience, () -> subjects.differences(expected).isEmpty() && system.broker().isDrained());
        assertThat(subjects.differences(expected)).as("subjects of %s that differ", day).isEmpty();
    }

    private void awaitThat(String what, BooleanSupplier condition) {
        assertThat(Waiting.until(patience, condition)).as(() -> what + ", or else " + system.output()).isTrue();
    }
}
