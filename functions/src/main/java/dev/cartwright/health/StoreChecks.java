package dev.cartwright.health;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtablePing;
import dev.cartwright.config.Broker;
import dev.cartwright.config.CartwrightConfig;
import dev.cartwright.redis.RedisPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
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
        // why connections of its own: while the lanes' wait for a server that hangs, health must still answer in time.
        return new Ping("cache",
                new RedisPool("cache", config.cache().url(), DEADLINE, config.cache().caCertificate())::ping);
    }

    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck broker(Broker broker) {
        return new Ping("broker", broker::ping);
    }
}
