package dev.cartwright.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Where alerts are told outside, by signed webhooks. */
public interface AlertsConfig {

    /** Who is told of each alert, by names of small letters and digits. */
    Map<String, Receiver> receivers();

    /** One who is told. */
    interface Receiver {

        /** The address that alerts are posted to; {@code https} except on a laptop. */
        String url();

        /**
         * From the environment only, and nobody else's: 24 to 64 bytes in base64, {@code whsec_} before them or not; of
         * several, separated by commas, each signs.
         */
        String secret();
    }

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
