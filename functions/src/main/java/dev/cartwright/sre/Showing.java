package dev.cartwright.sre;

import dev.cartwright.runtime.Daemons;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has events shown as they pass, beside the lanes. */
@Singleton
final class Showing {

    private static final Logger LOG = Logger.getLogger(Showing.class);

    private final PassingEvents passing;
    private final ScheduledExecutorService loop = Daemons.executor(1, "passing-events");

    Showing(PassingEvents passing) {
        this.passing = passing;
    }

    void start(@Observes StartupEvent event) {
        loop.scheduleWithFixedDelay(this::show, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.shutdownNow();
    }

    /** A loop that threw once would never run again. */
    private void show() {
        try {
            passing.show();
        } catch (RuntimeException e) {
            LOG.error("Events that passed could not be shown", e);
        }
    }
}
