package dev.cartwright.bigtable;

import static dev.cartwright.testing.LogSamples.NINE;
import static dev.cartwright.testing.LogSamples.blind;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.SubjectFinder;
import dev.cartwright.testing.LogSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigtableSubjectFinderTest {

    private static BigtableDataClient client;

    private final String kind = "kind-" + UUID.randomUUID();
    private final EventLog log = new BigtableEventLog(client, SharedEmulator.DEADLINE, Set.of());

    @BeforeAll
    static void connect() {
        client = SharedEmulator.client();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void subject_with_an_event_since_then_is_found() {
        add("old", NINE.minusNanos(1000));
        add("since", NINE);
        add("both", NINE.minusSeconds(1), NINE.plusSeconds(1));
        assertThat(search(1000)).containsExactlyInAnyOrder("since", "both");
        assertThat(search(1000, NINE.plusNanos(1000))).containsExactly("both");
    }

    @Test
    void other_kinds_are_not_found() {
        add("mine", NINE);
        for (var other : List.of(kind + "-2/a", kind + "0/a", kind.substring(1) + "/a", kind + " /a")) {
            log.append(List.of(blind(LogSamples.event(other, NINE, "1"))), List.of());
        }
        assertThat(search(1000)).containsExactly("mine");
    }

    @Test
    void names_are_read_as_they_are() {
        var odd = List.of("a", "a b", "a#", "a+b", "a%20b", "a/b", "a$", "日本", "\uD83D\uDED2", "~");
        odd.forEach(name -> add(name, NINE));
        assertThat(search(1)).containsExactlyInAnyOrderElementsOf(odd);
    }

    /** Pages end anywhere: before, within and behind a history. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void every_subject_is_found_once_however_large_a_page_is(int page) {
        var random = new Random(page);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            var times = new Instant[1 + random.nextInt(5)];
            boolean found = false;
            for (int event = 0; event < times.length; event++) {
                times[event] = NINE.plusSeconds(random.nextInt(20) - 15);
                found |= !times[event].isBefore(NINE);
            }
            add("s" + i, times);
            if (found) {
                expected.add("s" + i);
            }
        }
        assertThat(search(page)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void rest_of_a_long_history_is_skipped() {
        var times = new Instant[50];
        for (int i = 0; i < times.length; i++) {
            times[i] = NINE.plusSeconds(i);
        }
        add("long", times);
        var found = finder(10).find(kind, NINE.plusSeconds(40), SubjectFinder.START);
        assertThat(found.subjects()).isEmpty();
        found = finder(5).find(kind, NINE.plusSeconds(40), found.next().orElseThrow());
        assertThat(found.subjects()).containsExactly(kind + "/long");
        assertThat(finder(5).find(kind, NINE.plusSeconds(40), found.next().orElseThrow()))
                .isEqualTo(new SubjectFinder.Found(List.of(), Optional.empty()));
    }

    private SubjectFinder finder(int page) {
        return new BigtableSubjectFinder(client, Duration.ofSeconds(10), page);
    }

    private void add(String name, Instant... times) {
        var subject = kind + '/' + name;
        for (var time : times) {
            log.append(List.of(blind(LogSamples.event(subject, time, UUID.randomUUID().toString()))), List.of());
        }
    }

    private List<String> search(int page) {
        return search(page, NINE);
    }

    /** The names of all, without their kind. */
    private List<String> search(int page, Instant since) {
        List<String> names = new ArrayList<>();
        var next = Optional.of(SubjectFinder.START);
        while (next.isPresent()) {
            var found = finder(page).find(kind, since, next.get());
            found.subjects().forEach(subject -> names.add(subject.substring(kind.length() + 1)));
            next = found.next();
        }
        return names;
    }
}
