package dev.cartwright.config;

import dev.cartwright.rules.schema.EventSchemas;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Derives the schemas that no event has asked for, soon after the start, which they would only hold up. */
final class SchemasInAdvance {

    private static final Duration SOON = Duration.ofSeconds(5);

    void derive(@Observes StartupEvent start, EventSchemas schemas) {
        CompletableFuture.runAsync(() -> derive(schemas),
                CompletableFuture.delayedExecutor(SOON.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** An instance that can never take events of some type must not stand. */
    private static void derive(EventSchemas schemas) {
        try {
            schemas.deriveAll();
        } catch (RuntimeException e) {
            GiveUp.because(e.getMessage());
        }
    }
}
