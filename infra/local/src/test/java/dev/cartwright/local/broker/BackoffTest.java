package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void limit_doubles_up_to_the_cap() {
        var limits = IntStream.rangeClosed(1, 9).mapToLong(Backoff.standard()::limitMillis);
        assertThat(limits).containsExactly(100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L);
        assertThat(Backoff.standard().limitMillis(1_000_000)).isEqualTo(10_000);
    }

    @Test
    void wait_is_anywhere_below_the_limit() {
        var waits = LongStream.generate(() -> Backoff.standard().millis(3)).limit(2_000).boxed().toList();
        assertThat(waits).allMatch(wait -> wait >= 1 && wait <= 400);
        assertThat(waits.stream().mapToLong(wait -> wait).average().orElseThrow()).isCloseTo(200, Offset.offset(20.0));
    }
}
