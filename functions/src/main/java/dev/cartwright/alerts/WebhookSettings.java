package dev.cartwright.alerts;

import java.time.Duration;
import java.util.List;

/**
 * Who is told of alerts, and how patiently.
 *
 * @param reminder how often a reminder goes out of an alert that stands
 * @param deadline of every request
 * @param patience how long a notice is tried again
 */
public record WebhookSettings(List<Destination> destinations, Duration reminder, Duration deadline,
        Duration patience) {

    /** Throws {@link IllegalArgumentException} with the cause and the mend. */
    public WebhookSettings {
        if (reminder.isNegative() || reminder.isZero()) {
            throw new IllegalArgumentException("CARTWRIGHT_ALERTS_REMINDER must be longer than nothing, such as 1h");
        }
        destinations = List.copyOf(destinations);
    }
}
