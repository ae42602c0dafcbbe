package dev.cartwright.config;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtableTarget;
import dev.cartwright.bigtable.Tables;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.RuleSetVersion;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import org.jboss.logging.Logger;

/** Starts the lanes once there is a log to write to, and at the end stops them before what they need. */
final class Lifecycle {

    private static final Logger LOG = Logger.getLogger(Lifecycle.class);

    // why Redis is not asked for: without it the instance is not ready, and that ends by itself.
    void start(@Observes StartupEvent event, CartwrightConfig config, BigtableTarget target, Lanes lanes,
            RuleSetVersion version, Broker broker) {
        // Whatever is made when it is first used complains of its settings here, not at the first event.
        broker.publisher();
        if (config.bigtable().createTables()) {
            ensureTables(target, config);
        }
        lanes.start();
        LOG.infof("Rule set %d (%s)", version.number(), version.hash().substring(0, 12));
    }

    private static void ensureTables(BigtableTarget target, CartwrightConfig config) {
        try {
            Tables.ensure(target, config.bigtable().patience());
        } catch (IllegalStateException e) {
            throw GiveUp.because(e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event, Lanes lanes, Broker broker, @Named("cache") RedisPool cache,
            BigtableDataClient bigtable) {
        lanes.close();
        broker.close();
        cache.close();
        bigtable.close();
    }
}
