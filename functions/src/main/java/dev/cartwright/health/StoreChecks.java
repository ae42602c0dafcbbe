package dev.cartwright.health;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtablePing;
import dev.cartwright.config.Broker;
import dev.cartwright.config.CartwrightConfig;
import dev.cartwright.redis.RedisPool;
import io.smallrye.health.api.AsyncHealthCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started when the cache has been reached, and ready while the log, the cache and the broker answer. */
final class StoreChecks {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    @Produces
    @ApplicationScoped
    @Readiness
    AsyncHealthCheck bigtable(BigtableDataClient client) {
        return new Shared(new Ping("bigtable", new BigtablePing(client, DEADLINE)::ping));
    }

    @Produces
    @ApplicationScoped
    @Readiness
    AsyncHealthCheck cache(CartwrightConfig config) {
        // why connections of its own: while the lanes' wait for a server that hangs, health must still answer in time.
        var redis = new RedisPool("cache", config.cache().url(), DEADLINE, config.cache().caCertificate());
        return new Shared(new Ping("cache", redis::ping));
    }

    /** The way to the cache leads through a network, which may join an instance a minute after its start. */
    @Produces
    @ApplicationScoped
    @Startup
    AsyncHealthCheck network(CartwrightConfig config, @Named("cache") RedisPool cache) {
        return new Shared(
                new FirstAnswer(new Ping("cache", cache::ping), config.cache().patience(), InstantSource.system()));
    }

    @Produces
    @ApplicationScoped
    @Readiness
    AsyncHealthCheck broker(Broker broker) {
        return new Shared(new Ping("broker", broker::ping));
    }
}
