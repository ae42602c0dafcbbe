package dev.cartwright.http.live;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of live streams. */
@ConfigMapping(prefix = "cartwright.http.live")
public interface LiveConfig {

    /** How many streams this instance serves at a time; who comes beyond is told to come again. */
    @WithDefault("6000")
    int maxStreams();

    /** How many of them one shopper or guest may have, over all tabs and devices. */
    @WithDefault("20")
    int maxPerPerson();

    /** How many of them one back end or operator may have. */
    @WithDefault("1000")
    int maxPerService();

    /** How many channels one stream may watch. */
    @WithDefault("20")
    int maxChannels();

    /** How much may wait for a client that takes its time, before it is cut off. */
    @WithDefault("256K")
    MemorySize maxWaiting();

    /** How often a client on whose channels nothing happens is told that it is still connected. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How soon a client comes back at the earliest; at the latest after twice as long, so that not all come at once. */
    @WithDefault("2s")
    Duration retry();

    /** After how long a stream ends by itself, or up to a tenth sooner; Cloud Run cuts off every request after 60 min. */
    @WithDefault("55m")
    Duration life();

    /** How long a client may take to take in what a stream that has ended said last. */
    @WithDefault("5s")
    Duration parting();
}
