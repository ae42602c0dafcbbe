package dev.cartwright.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Unavailable;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class FirstAnswerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Instant now = Instant.EPOCH;
    private boolean away = true;
    private int pings;
    private final FirstAnswer started = new FirstAnswer(new Ping("cache", this::ping), PATIENCE, () -> now);

    @Test
    void instance_is_starting_until_the_cache_answers() {
        assertThat(status()).isEqualTo(Status.DOWN);
        away = false;
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void what_has_started_does_not_ask_again() {
        away = false;
        assertThat(status()).isEqualTo(Status.UP);
        away = true;
        assertThat(status()).isEqualTo(Status.UP);
        assertThat(pings).isEqualTo(1);
    }

    @Test
    void cache_that_stays_away_keeps_no_instance_from_starting() {
        now = now.plus(PATIENCE);
        assertThat(status()).isEqualTo(Status.DOWN);
        now = now.plusMillis(1);
        assertThat(status()).isEqualTo(Status.UP);
    }

    private Status status() {
        return started.call().getStatus();
    }

    private void ping() {
        pings++;
        if (away) {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "the cache does not answer", null);
        }
    }
}
