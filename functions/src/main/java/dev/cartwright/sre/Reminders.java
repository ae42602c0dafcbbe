package dev.cartwright.sre;

import dev.cartwright.operations.Alert;
import dev.cartwright.operations.Rhythm;
import dev.cartwright.operations.Service;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reminds of instances that are silent: they cannot do so themselves, so every other does it for them, of any service,
 * at the same moments with the same words. For one thread.
 */
public final class Reminders {

    private static final Rhythm EVERY = new Rhythm(Instant.EPOCH, Alert.REMINDED_EVERY);

    private final Supplier<Map<String, State>> services;
    private Instant lookedAt;

    /** @param services all of them by their names; throws {@link Unavailable} where that is not known now */
    public Reminders(Supplier<Map<String, State>> services) {
        this.services = services;
    }

    /** What is to be told now, which is nothing but at some moments. */
    List<CloudEvent> due(Instant now) {
        if (lookedAt == null) {
            lookedAt = now;
        }
        if (!EVERY.beats(lookedAt, now)) {
            return List.of();
        }
        try {
            var due = remind(EVERY.last(now));
            lookedAt = now;
            return due;
        } catch (Unavailable later) {
            return List.of();
        }
    }

    private List<CloudEvent> remind(Instant time) {
        List<CloudEvent> reminders = new ArrayList<>();
        services.get().forEach((name, service) -> Service.missed(service).stream().findFirst()
                .ifPresent(instance -> reminders.add(Identity.silentStill(name, instance, time))));
        return reminders;
    }
}
