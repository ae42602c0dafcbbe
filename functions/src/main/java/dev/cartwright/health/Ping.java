package dev.cartwright.health;

import dev.cartwright.runtime.Unavailable;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up while what it asks does not throw {@link Unavailable}. */
record Ping(String name, Runnable ask) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named(name);
        try {
            ask.run();
            return response.up().build();
        } catch (Unavailable e) {
            return response.down().withData("reason", e.getMessage() + ": " + e.getCause()).build();
        }
    }
}
