package dev.cartwright.bench;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.bigtable.BigtableClients;
import dev.cartwright.bigtable.BigtableEventLog;
import dev.cartwright.bigtable.BigtableTarget;
import dev.cartwright.bigtable.Tables;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisStreamsPublisher;
import dev.cartwright.redis.RedisSubjectStore;
import dev.cartwright.runtime.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The functions' own adapters to log, cache and broker: the thinnest layer over the raw clients that writes the same. */
record StoreClients(BigtableDataClient bigtable, RedisPool cache, RedisPool broker) implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @param addresses the environment variables that lead to the servers */
    static StoreClients of(Map<String, String> addresses) {
        var target = BigtableTarget.emulator(addresses.get("BIGTABLE_EMULATOR_HOST"), DEADLINE);
        Tables.ensure(target, PATIENCE);
        try {
            return new StoreClients(BigtableClients.data(target),
                    new RedisPool("the cache", URI.create(addresses.get("REDIS_URL")), DEADLINE),
                    new RedisPool("the broker", URI.create(addresses.get("BROKER_REDIS_URL")), DEADLINE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EventLog log() {
        return new BigtableEventLog(bigtable, DEADLINE, Set.of());
    }

    BareCommit commit() {
        return new BareCommit(log(), new RedisSubjectStore(cache, 256), new RedisStreamsPublisher(broker));
    }

    @Override
    public void close() {
        bigtable.close();
        cache.close();
        broker.close();
    }
}
