package dev.cartwright.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where alerts are told outside, by signed webhooks. */
public interface AlertsConfig {

    /** Addresses that each alert is posted to, separated by commas; {@code https} except on a laptop. */
    Optional<List<String>> urls();

    /**
     * From the environment only: 24 to 64 bytes in base64, {@code whsec_} before them or not; of several, separated
     * by commas, each signs.
     */
    Optional<String> secret();

    /** How often a reminder goes out of an alert that stands, in whole five minutes. */
    @WithDefault("1h")
    Duration reminder();

    /** Of every request. */
    @WithDefault("10s")
    Duration deadline();

    /** How long what a receiver does not take is tried again before it becomes a dead letter. */
    @WithDefault("6h")
    Duration patience();
}
