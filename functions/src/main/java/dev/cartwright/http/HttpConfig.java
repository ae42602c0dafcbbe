package dev.cartwright.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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

    /** The most requests that wait to be published; what comes beyond is told to come again. */
    @WithDefault("10000")
    int maxWaiting();
}
