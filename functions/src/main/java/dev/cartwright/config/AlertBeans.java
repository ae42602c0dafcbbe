package dev.cartwright.config;

import dev.cartwright.alerts.AlertWebhooks;
import dev.cartwright.alerts.Destination;
import dev.cartwright.alerts.WebhookSettings;
import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.DeadLetterReport;
import dev.cartwright.runtime.DeadLetters;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What tells of alerts outside. */
final class AlertBeans {

    private static final int THREADS = 2;

    /** What waits for them is bounded by how many notices are sent at a time. */
    @Produces
    @Singleton
    @Named("webhooks")
    ExecutorService threads() {
        return Executors.newFixedThreadPool(THREADS, task -> Daemons.thread("webhooks", task));
    }

    void stop(@Disposes @Named("webhooks") ExecutorService threads) {
        threads.shutdownNow();
    }

    @Produces
    @Singleton
    AlertWebhooks webhooks(CartwrightConfig config, DeadLetters letters, DeadLetterReport report,
            @Named("webhooks") ExecutorService threads) {
        var alerts = config.alerts();
        boolean plain = Profiles.areAmongFriends(ConfigUtils.getProfiles());
        var settings = GiveUp.unless(() -> new WebhookSettings(alerts.receivers().entrySet().stream()
                .map(receiver -> Destination.of(receiver.getKey(), receiver.getValue().url(),
                        receiver.getValue().secret(), plain)).toList(),
                alerts.reminder(), alerts.deadline(), alerts.patience()));
        return new AlertWebhooks(settings, letters, report, threads, InstantSource.system());
    }
}
