package dev.cartwright.config;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtablePing;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.Unavailable;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Connects to the stores and the broker while the application still starts, so that the first event need not. */
@Singleton
final class HeadStart {

    private static final Logger LOG = Logger.getLogger(HeadStart.class);
    private static final int BEFORE_THE_DOORS_ARE_MADE = 1;

    private final List<Runnable> firsts;

    @Inject
    HeadStart(CartwrightConfig config, Instance<BigtableDataClient> log, @Named("cache") Instance<RedisPool> cache,
            Instance<Broker> broker) {
        this(List.of(() -> new BigtablePing(log.get(), config.bigtable().deadline()).ping(), () -> cache.get().ping(),
                () -> broker.get().ping()));
    }

    HeadStart(List<Runnable> firsts) {
        this.firsts = firsts;
    }

    // why at this event: it is the first one when settings can be read, long before the start is reported.
    void begin(@Observes @Priority(BEFORE_THE_DOORS_ARE_MADE) Filters doors) {
        Daemons.thread("head-start", this::connect).start();
    }

    private void connect() {
        for (var first : firsts) {
            try {
                first.run();
            } catch (Unavailable e) {
                // why no louder: whoever needs it connects then, readiness tells of it, and its tables may be made just now.
                LOG.debug("There is no head start", e);
            }
        }
    }
}
