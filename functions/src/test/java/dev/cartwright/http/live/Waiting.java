package dev.cartwright.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what must come. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Waiting() {}

    static void until(BooleanSupplier condition) {
        assertThat(dev.cartwright.local.servers.Waiting.until(PATIENCE, condition)).as("it came to pass").isTrue();
    }
}
