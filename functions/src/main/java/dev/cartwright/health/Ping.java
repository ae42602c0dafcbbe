package dev.cartwright.health;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/** Up while what it asks does not throw. */
record Ping(String name, Runnable ask) implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Ping.class);

    @Override
    public HealthCheckResponse call() {
        try {
            ask.run();
            return HealthCheckResponse.up(name);
        } catch (RuntimeException e) {
            // Not in the answer, which is for everybody: it may name addresses.
            LOG.warnf("Not ready: %s: %s: %s", name, e.getMessage(), e.getCause());
            return HealthCheckResponse.down(name);
        }
    }
}
