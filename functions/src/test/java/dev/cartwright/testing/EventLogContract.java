package dev.cartwright.testing;

import static dev.cartwright.testing.LogSamples.NINE;
import static dev.cartwright.testing.LogSamples.applied;
import static dev.cartwright.testing.LogSamples.blind;
import static dev.cartwright.testing.LogSamples.conditional;
import static dev.cartwright.testing.LogSamples.deadLettered;
import static dev.cartwright.testing.LogSamples.failed;
import static dev.cartwright.testing.LogSamples.event;
import static dev.cartwright.testing.LogSamples.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Decision;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.EventLog.Appended;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.Recorded;
import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every event log promises. */
public abstract class EventLogContract extends EventLogReadingContract {

    private static final Appended WRITTEN = new Appended.Written();

    @Test
    void row_is_found_as_it_was_written() {
        var event = event(subject, NINE, "1");
        assertThat(append(blind(event, applied("a", "b")))).containsExactly(WRITTEN);
        assertThat(find(event)).isEqualTo(new LogRow(key(event), event, applied("a", "b"), false));
    }

    @Test
    void row_that_is_written_again_is_the_same_row() {
        var event = event(subject, NINE, "1");
        append(blind(event), blind(event));
        append(blind(event));
        assertThat(scan(subject)).hasSize(1);
        assertThat(find(event).recorded()).isEqualTo(applied("rule"));
    }

    @Test
    void rewriting_keeps_the_published_mark() {
        var event = event(subject, NINE, "1");
        append(blind(event));
        log().append(List.of(), List.of(decided(event)));
        append(blind(event));
        assertThat(find(event).published()).isTrue();
    }

    @Test
    void marks_ride_along_with_other_rows() {
        var first = event(subject, NINE, "1");
        var second = event(subject, NINE, "2");
        append(blind(first));
        log().append(List.of(blind(second)), List.of(decided(first)));
        assertThat(find(first).published()).isTrue();
        assertThat(find(second).published()).isFalse();
    }

    @Test
    void mark_alone_makes_no_event() {
        var event = event(subject, NINE, "1");
        log().append(List.of(), List.of(decided(event)));
        assertThat(log().find(List.of(key(event)))).isEmpty();
        assertThat(scan(subject)).isEmpty();
        assertThat(log().newest(subject, null, 10)).isEmpty();
    }

    @Test
    void conditional_row_is_written_where_nothing_stands() {
        var event = event(subject, NINE, "1");
        assertThat(append(conditional(event, applied("a")))).containsExactly(WRITTEN);
        assertThat(find(event).recorded()).isEqualTo(applied("a"));
    }

    @Test
    void conditional_row_adopts_the_decision_that_stands() {
        var event = event(subject, NINE, "1");
        append(conditional(event, applied("a")));
        var standing = new LogRow(key(event), event, applied("a"), false);
        assertThat(append(conditional(event, applied("b")))).containsExactly(new Appended.Adopted(standing));
        assertThat(append(conditional(event, deadLettered("no")))).containsExactly(new Appended.Adopted(standing));
        assertThat(find(event).recorded()).isEqualTo(applied("a"));
    }

    @Test
    void conditional_row_adopts_a_blind_one_too() {
        var event = event(subject, NINE, "1");
        append(blind(event, applied("a")));
        assertThat(append(conditional(event, applied("b"))).get(0)).isInstanceOf(Appended.Adopted.class);
    }

    @Test
    void conditional_row_is_written_where_only_a_mark_stands() {
        var event = event(subject, NINE, "1");
        log().append(List.of(), List.of(decided(event)));
        assertThat(append(conditional(event, applied("a")))).containsExactly(WRITTEN);
    }

    @Test
    void answers_are_in_the_order_of_the_appends() {
        var standing = event(subject, NINE, "1");
        append(blind(standing, applied("a")));
        var answers = append(blind(event(subject, NINE, "2")), conditional(standing, applied("b")),
                conditional(event(subject, NINE, "3"), applied("c")), blind(event(other, NINE, "4")));
        assertThat(answers).extracting(Object::getClass).containsExactly(Appended.Written.class,
                Appended.Adopted.class, Appended.Written.class, Appended.Written.class);
    }

    @Test
    void failure_is_adopted_by_the_next_conditional_one() {
        var event = event(subject, NINE, "1");
        assertThat(append(conditional(event, failed("no")))).containsExactly(WRITTEN);
        assertThat(append(conditional(event, applied("a"))).get(0)).isInstanceOfSatisfying(Appended.Adopted.class,
                adopted -> assertThat(adopted.row().recorded()).isEqualTo(failed("no")));
    }

    @Test
    void failure_does_not_count_beside_a_decision() {
        var event = event(subject, NINE, "1");
        append(conditional(event, failed("no")));
        append(blind(event, applied("a")));
        assertThat(find(event).recorded()).isEqualTo(applied("a"));
        assertThat(append(conditional(event, failed("again"))).get(0)).isInstanceOf(Appended.Adopted.class);
    }

    @Test
    void mark_of_a_failure_is_not_the_mark_of_the_decision_that_supersedes_it() {
        var event = event(subject, NINE, "1");
        append(conditional(event, failed("no")));
        log().append(List.of(), List.of(new EventLog.Published(key(event), true)));
        assertThat(find(event).published()).isTrue();
        append(blind(event, applied("a")));
        assertThat(find(event).published()).isFalse();
        log().append(List.of(), List.of(decided(event)));
        assertThat(find(event).published()).isTrue();
    }

    @Test
    void dead_letter_of_any_state_is_a_decision_like_any_other() {
        var event = event(subject, NINE, "1");
        append(blind(event, deadLettered("no")), blind(event, deadLettered("no")));
        assertThat(find(event).recorded()).isEqualTo(deadLettered("no"));
    }

    @Test
    void only_one_of_many_conditional_rows_wins() {
        var event = event(subject, NINE, "1");
        var answers = IntStream.range(0, 16).parallel()
                .mapToObj(i -> append(conditional(event, applied("rule-" + i))).get(0)).toList();
        assertThat(answers).filteredOn(WRITTEN::equals).hasSize(1);
        var standing = find(event);
        assertThat(answers).filteredOn(answer -> !WRITTEN.equals(answer))
                .allMatch(answer -> answer.equals(new Appended.Adopted(standing)));
    }

    @Test
    void decision_keeps_what_it_says() {
        var event = event(subject, NINE, "1");
        var discarded = new Recorded(Decision.Outcome.DISCARDED, false, "not ours: ä", List.of("r"),
                List.of());
        append(blind(event, discarded));
        assertThat(find(event).recorded()).isEqualTo(discarded);
    }

    private static EventLog.Published decided(CloudEvent event) {
        return new EventLog.Published(key(event), false);
    }
}
