package dev.cartwright.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bounds of what comes in over HTTP. */
@ConfigMapping(prefix = "cartwright.http")
public interface HttpConfig {

    /** How far an event's time may be ahead of the server's clock. */
    @WithDefault("5m")
    Duration maxAhead();

    /** The largest data of one event. */
    @WithDefault("256K")
    MemorySize maxData();

    /** The most events of one batch. */
    @WithDefault("1000")
    int maxBatch();

    /** How much may wait to be published, counted as it is in memory; what comes beyond is told to come again. */
    @WithDefault("64M")
    MemorySize maxWaiting();

    /** After how long a request whose events are not published is told to come again. */
    @WithDefault("10s")
    Duration patience();

    /** How long a request may take to arrive with its body. */
    @WithDefault("30s")
    Duration bodyDeadline();

    /** Which pages may use this from browsers. */
    Cors cors();

    /** Cross-origin requests. */
    interface Cors {

        /** Origins such as {@code https://shop.example}; also CARTWRIGHT_HTTP_CORS_ORIGINS. */
        Optional<List<String>> origins();
    }

    /** Who may send CloudEvents as webhooks. */
    Webhooks webhooks();

    /** The handshake of CloudEvents webhooks. */
    interface Webhooks {

        /** Names that senders give themselves, such as {@code eventemitter.example}; they need a token all the same. */
        Optional<Set<String>> origins();
    }
}
