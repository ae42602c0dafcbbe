package dev.cartwright.health;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtablePing;
import dev.cartwright.config.CartwrightConfig;
import dev.cartwright.redis.RedisPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the log, the cache and the broker answer. */
final class StoreChecks {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck bigtable(BigtableDataClient client) {
        return new Ping("bigtable", new BigtablePing(client, DEADLINE)::ping);
    }

    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck cache(CartwrightConfig config) {
        return redis("cache", config.cache().url(), config.cache().caCertificate());
    }

    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck broker(CartwrightConfig config) {
        return redis("broker", config.broker().url(), Optional.empty());
    }

    // why connections of its own: while the lanes' wait for a server that hangs, health must still answer in time.
    private static HealthCheck redis(String name, URI url, Optional<String> authorities) {
        return new Ping(name, new RedisPool(name, url, DEADLINE, authorities)::ping);
    }
}
