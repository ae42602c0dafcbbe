package dev.cartwright.http.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a client may send and ask; a batch counts as many as it holds. */
@ConfigMapping(prefix = "cartwright.http.rate-limit")
public interface RateLimitConfig {

    @WithDefault("true")
    boolean enabled();

    /** Events and queries of one shopper or guest. */
    @WithDefault("600")
    long perMinute();

    /** Events and queries of one back end or operator. */
    @WithDefault("60000")
    long servicePerMinute();

    /** Guests that arrive from one address; many people may share one. */
    @WithDefault("60")
    long guestsPerMinute();

    /** How many of our own proxies add an entry to X-Forwarded-For: 1 is Cloud Run alone, 2 with a balancer. */
    @WithDefault("0")
    int trustedProxies();

    /** Of every call that tells other instances; no request ever waits for one. */
    @WithDefault("500ms")
    Duration deadline();
}
