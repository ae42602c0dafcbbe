package dev.cartwright.bigtable;

import static dev.cartwright.testing.LogSamples.NINE;
import static dev.cartwright.testing.LogSamples.applied;
import static dev.cartwright.testing.LogSamples.blind;
import static dev.cartwright.testing.LogSamples.conditional;
import static dev.cartwright.testing.LogSamples.event;
import static dev.cartwright.testing.LogSamples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.local.servers.BigtableEmulator;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventLog.Append;
import dev.cartwright.runtime.EventLog.Appended;
import dev.cartwright.runtime.EventLog.Published;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BigtableAwayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final BigtableEmulator emulator = BigtableEmulator.start();
    private final BigtableTarget target = BigtableTarget.emulator(emulator.address(), DEADLINE);
    private BigtableDataClient client;
    private EventLog log;

    @BeforeEach
    void connect() {
        Tables.ensure(target, Duration.ofSeconds(10));
        client = SharedEmulator.client(target);
        log = new BigtableEventLog(client, DEADLINE, Set.of());
        log.append(IntStream.range(0, 3).mapToObj(i -> blind(event("user/1", NINE, "" + i))).toList(), Set.of());
    }

    @AfterEach
    void disconnect() {
        emulator.kill();
        client.close();
    }

    @Test
    void writes_to_a_frozen_server_are_unknown_in_time() {
        emulator.freeze();
        assertUnknownInTime();
    }

    @Test
    void writes_to_a_server_that_is_gone_are_unknown_in_time() {
        emulator.kill();
        assertUnknownInTime();
    }

    @Test
    void reads_from_a_frozen_server_are_unavailable_in_time() {
        emulator.freeze();
        assertReadsUnavailableInTime();
    }

    @Test
    void reads_from_a_server_that_is_gone_are_unavailable_in_time() {
        emulator.kill();
        assertReadsUnavailableInTime();
    }

    @Test
    void scan_that_stalls_half_way_is_unavailable_in_time() {
        for (int from = 0; from < 20_000; from += 1_000) {
            log.append(IntStream.range(from, from + 1_000)
                    .mapToObj(i -> blind(event("user/2", NINE.plusSeconds(i), "1"))).toList(), Set.of());
        }
        List<LogRow> rows = new ArrayList<>();
        assertUnavailableInTime(() -> log.scan(List.of("user/2"), row -> {
            rows.add(row);
            if (rows.size() == 1) {
                emulator.freeze();
            }
        }));
        assertThat(rows).hasSizeBetween(1, 19_999);
    }

    @Test
    void scan_waits_for_a_slow_reader() {
        List<LogRow> rows = new ArrayList<>();
        log.scan(List.of("user/1"), row -> {
            pause(DEADLINE.plusMillis(500));
            rows.add(row);
        });
        assertThat(rows).hasSize(3);
    }

    @Test
    void scan_passes_on_what_its_reader_throws() {
        assertThatThrownBy(() -> log.scan(List.of("user/1"), row -> {
            throw new IllegalStateException("enough");
        })).isExactlyInstanceOf(IllegalStateException.class).hasMessage("enough");
    }

    @Test
    void server_that_goes_on_is_served_again() {
        emulator.freeze();
        assertUnknownInTime();
        emulator.thaw();
        var event = event("user/3", NINE, "1");
        assertThat(log.append(List.of(blind(event)), Set.of())).containsExactly(new Appended.Written());
        assertThat(log.find(List.of(key(event)))).hasSize(1);
    }

    @Test
    void start_without_a_server_ends_with_one_clear_line() {
        emulator.kill();
        assertStartFailsClearly();
    }

    @Test
    void start_with_a_frozen_server_does_so_too() {
        emulator.freeze();
        assertStartFailsClearly();
    }

    private void assertStartFailsClearly() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> Tables.ensure(target, Duration.ofMillis(300)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot reach the Bigtable emulator at " + emulator.address());
        assertInTime(start);
    }

    private void assertUnknownInTime() {
        List<Append> appends = List.of(blind(event("user/1", NINE, "a")),
                conditional(event("user/1", NINE, "b"), applied("r")));
        long start = System.nanoTime();
        assertThat(log.append(appends, Set.of(new Published(key(event("user/1", NINE, "0")), false))))
                .hasSize(2).allMatch(Appended.Unknown.class::isInstance);
        assertInTime(start);
    }

    private void assertReadsUnavailableInTime() {
        assertUnavailableInTime(() -> log.find(List.of(key(event("user/1", NINE, "0")))));
        assertUnavailableInTime(() -> log.newest("user/1", null, 10));
        assertUnavailableInTime(() -> log.scan(List.of("user/1"), row -> { }));
        assertUnavailableInTime(() -> new BigtablePing(client, DEADLINE).ping());
        assertUnavailableInTime(() -> new BigtableStamps(client, DEADLINE, Clock.systemUTC())
                .firstStamp("/a", "1", NINE));
        assertUnavailableInTime(() -> new BigtableDeadLetters(client, DEADLINE, publications -> { })
                .keep(event("user/1", NINE, "0"), "no"));
    }

    private static void assertUnavailableInTime(Runnable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Unavailable.class,
                e -> assertThat(e.reason()).isEqualTo(Unavailable.Reason.STORE_AWAY));
        assertInTime(start);
    }

    private static void assertInTime(long start) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(MARGIN));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
