package dev.cartwright.sre;

import dev.cartwright.config.CartwrightConfig;
import dev.cartwright.runtime.Daemons;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has the instance tell how it does for as long as it lives. */
@Singleton
public final class Reporting {

    /** Shorter than a third of the silence that is believed. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Reporting.class);
    private static final int AFTER_THE_LANES = 3000;
    private static final int BEFORE_THE_LANES = 2000;

    private final boolean enabled;
    private final Instance<Reporter> reporter;
    private final ScheduledExecutorService loop = Daemons.executor(1, "health");

    Reporting(CartwrightConfig config, Instance<Reporter> reporter) {
        this.enabled = config.operations().report();
        this.reporter = reporter;
    }

    void start(@Observes @Priority(AFTER_THE_LANES) StartupEvent event) {
        if (enabled) {
            loop.execute(() -> goOn(reporter.get()::start));
            loop.scheduleAtFixedRate(() -> goOn(reporter.get()::report), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes @Priority(BEFORE_THE_LANES) ShutdownEvent event) throws InterruptedException {
        if (enabled) {
            loop.execute(() -> goOn(reporter.get()::stop));
        }
        loop.shutdown();
        if (!loop.awaitTermination(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The instance ends without saying goodbye: the others will miss it");
        }
    }

    /** A loop that threw once would never run again. */
    private static void goOn(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("This instance could not tell how it does", e);
        }
    }
}
