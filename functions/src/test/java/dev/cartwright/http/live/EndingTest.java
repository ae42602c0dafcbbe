package dev.cartwright.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-04-19T09:00:00Z"), ZoneOffset.UTC);
    private static final Duration LIFE = Duration.ofMinutes(55);

    @Test
    void streams_that_began_together_end_one_after_another_and_before_the_platform_ends_them() {
        var ends = IntStream.range(0, 100).mapToObj(i -> left(Optional.empty())).toList();
        assertThat(ends).allMatch(left -> left <= LIFE.toMillis() && left >= LIFE.toMillis() * 9 / 10 - 1000);
        assertThat(ends).doesNotHaveDuplicates();
    }

    @Test
    void token_that_ends_sooner_ends_the_stream() {
        var end = Optional.of(CLOCK.instant().plusSeconds(60));
        assertThat(Ending.of(LIFE, end, CLOCK).reason()).isEqualTo(EndReason.TOKEN_EXPIRED);
        assertThat(left(end)).isBetween(59_000L, 60_000L);
    }

    @Test
    void token_that_lasts_longer_does_not() {
        var end = Optional.of(CLOCK.instant().plus(Duration.ofDays(400_000)));
        assertThat(Ending.of(LIFE, end, CLOCK).reason()).isEqualTo(EndReason.RENEW);
    }

    private static long left(Optional<Instant> tokenEnd) {
        return Duration.ofNanos(Ending.of(LIFE, tokenEnd, CLOCK).atNanos() - System.nanoTime()).toMillis();
    }
}
