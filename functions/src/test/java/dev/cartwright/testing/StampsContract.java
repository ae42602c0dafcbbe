package dev.cartwright.testing;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Stamps;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of stamps promises. */
public abstract class StampsContract {

    private final String id = UUID.randomUUID().toString();

    protected abstract Stamps stamps();

    @Test
    void first_stamp_wins() {
        assertThat(stamps().firstStamp("/a", id, NINE)).isEqualTo(NINE);
        assertThat(stamps().firstStamp("/a", id, NINE.plusSeconds(1))).isEqualTo(NINE);
        assertThat(stamps().firstStamp("/a", id, NINE.minusSeconds(1))).isEqualTo(NINE);
    }

    @Test
    void source_and_id_together_are_what_counts() {
        stamps().firstStamp("/a", id, NINE);
        assertThat(stamps().firstStamp("/b", id, NINE.plusSeconds(1))).isEqualTo(NINE.plusSeconds(1));
        assertThat(stamps().firstStamp("/a", id + "#", NINE.plusSeconds(2))).isEqualTo(NINE.plusSeconds(2));
    }

    @Test
    void microseconds_stay() {
        var time = NINE.plusNanos(123_456_000);
        stamps().firstStamp("/a", id, time);
        assertThat(stamps().firstStamp("/a", id, NINE)).isEqualTo(time);
    }

    @Test
    void all_of_many_at_once_get_one_stamp() {
        var answers = IntStream.range(0, 16).parallel()
                .mapToObj(i -> stamps().firstStamp("/a", id, NINE.plusSeconds(i))).distinct().toList();
        assertThat(answers).hasSize(1);
    }
}
