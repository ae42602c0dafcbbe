package dev.cartwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.Waiting;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what is to happen. */
final class Conditions {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Conditions() {}

    static void await(Supplier<?> told, BooleanSupplier condition) {
        assertThat(Waiting.until(PATIENCE, condition)).as(() -> "it happened: " + told.get()).isTrue();
    }
}
