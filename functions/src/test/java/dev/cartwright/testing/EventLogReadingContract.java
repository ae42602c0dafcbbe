package dev.cartwright.testing;

import static dev.cartwright.testing.LogSamples.NINE;
import static dev.cartwright.testing.LogSamples.blind;
import static dev.cartwright.testing.LogSamples.event;
import static dev.cartwright.testing.LogSamples.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventLog.Append;
import dev.cartwright.runtime.EventLog.Appended;
import dev.cartwright.runtime.LogRow;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every event log promises those who read it. */
public abstract class EventLogReadingContract {

    protected final String subject = "user/" + UUID.randomUUID();
    protected final String other = "order/" + UUID.randomUUID();

    protected abstract EventLog log();

    @Test
    void absent_rows_are_not_found() {
        var event = event(subject, NINE, "1");
        append(blind(event));
        assertThat(log().find(List.of(key(event), key(event(subject, NINE, "2"))))).containsOnlyKeys(key(event));
        assertThat(log().find(List.of())).isEmpty();
    }

    @Test
    void rows_come_in_order_of_position_with_odd_ids_too() {
        var events = oddEvents();
        append(events.stream().map(LogSamples::blind).toArray(Append[]::new));
        var inOrder = events.stream().map(LogSamples::key).map(key -> key.position()).sorted().toList();
        assertThat(scan(subject)).extracting(row -> row.key().position()).isEqualTo(inOrder);
        assertThat(scan(subject)).extracting(LogRow::event).containsExactlyInAnyOrderElementsOf(events);
    }

    private List<CloudEvent> oddEvents() {
        List<CloudEvent> events = new ArrayList<>();
        for (var id : List.of("b", "a", "a#", "a#b", "a b", "a%20b", "ä", "日本",
                "\uD83D\uDED2", "a.", "a/", "A", "~", "9")) {
            events.add(event(subject, NINE, id));
        }
        events.add(event(subject, NINE.plusNanos(1000), "0"));
        events.add(event(subject, NINE.minusNanos(1000), "z"));
        events.add(event(subject, Instant.EPOCH, "z"));
        events.add(event(subject, Instant.parse("9999-12-31T23:59:59.999999Z"), "0"));
        return events;
    }

    @Test
    void rows_of_subjects_with_odd_names_keep_apart() {
        var names = List.of(subject, subject + "#", subject + "#2023", subject + "/x", subject + " ü",
                subject + "%23");
        names.forEach(name -> append(blind(event(name, NINE, "1"))));
        for (var name : names) {
            assertThat(scan(name)).extracting(row -> row.key().subject()).containsExactly(name);
        }
    }

    @Test
    void scan_of_many_subjects_keeps_the_rows_of_each_together() {
        var subjects = IntStream.range(0, 450).mapToObj(i -> subject + i).toList();
        append(subjects.stream().flatMap(name -> IntStream.range(0, 3)
                .mapToObj(i -> blind(event(name, NINE.plusSeconds(i), "1")))).toArray(Append[]::new));
        var rows = scan(subjects.toArray(String[]::new));
        assertThat(rows).hasSize(3 * subjects.size());
        var runs = IntStream.range(0, rows.size())
                .filter(i -> i == 0 || !rows.get(i).key().subject().equals(rows.get(i - 1).key().subject())).count();
        assertThat(runs).isEqualTo(subjects.size());
    }

    @Test
    void long_history_is_scanned_whole() {
        for (int from = 0; from < 20_000; from += 1_000) {
            append(IntStream.range(from, from + 1_000)
                    .mapToObj(i -> blind(event(subject, NINE.plusSeconds(i), "1"))).toArray(Append[]::new));
        }
        var rows = scan(subject);
        assertThat(rows).hasSize(20_000);
        assertThat(rows).isSortedAccordingTo((a, b) -> a.key().position().compareTo(b.key().position()));
    }

    @Test
    void newest_rows_come_first_and_stop_at_the_limit() {
        writeFive();
        assertThat(log().newest(subject, null, 3)).extracting(row -> row.event().getId())
                .containsExactly("4", "3", "2");
    }

    @Test
    void newest_rows_go_on_before_the_cursor() {
        writeFive();
        var page = log().newest(subject, null, 3);
        var next = log().newest(subject, page.get(2).key().position(), 3);
        assertThat(next).extracting(row -> row.event().getId()).containsExactly("1", "0");
        assertThat(log().newest(subject, next.get(1).key().position(), 3)).isEmpty();
    }

    @Test
    void newest_rows_are_of_the_subject_alone() {
        writeFive();
        append(blind(event(subject + "0", NINE, "x")), blind(event(other, NINE, "y")));
        assertThat(log().newest(subject, null, 10)).hasSize(5);
    }

    private void writeFive() {
        append(IntStream.range(0, 5).mapToObj(i -> blind(event(subject, NINE.plusSeconds(i), "" + i)))
                .toArray(Append[]::new));
    }

    protected final List<Appended> append(Append... appends) {
        return log().append(List.of(appends), Set.of());
    }

    protected final LogRow find(CloudEvent event) {
        return log().find(List.of(key(event))).get(key(event));
    }

    protected final List<LogRow> scan(String... subjects) {
        Collection<LogRow> rows = new ArrayList<>();
        log().scan(List.of(subjects), rows::add);
        return List.copyOf(rows);
    }
}
