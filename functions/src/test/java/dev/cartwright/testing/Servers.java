package dev.cartwright.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cartwright.local.servers.BigtableEmulator;
import dev.cartwright.local.servers.PubSubEmulator;
import dev.cartwright.local.servers.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** The servers that all tests of one JVM share; they end with it. Tests keep apart by the names of their subjects. */
public final class Servers {

    private static BigtableEmulator bigtable;
    private static RedisServer cache;
    private static RedisServer broker;
    private static PubSubEmulator pubSub;

    private Servers() {}

    public static synchronized BigtableEmulator bigtable() {
        if (bigtable == null) {
            bigtable = BigtableEmulator.start();
        }
        return bigtable;
    }

    /** Of an application that uses these servers, and the Redis at this address as its broker. */
    public static Map<String, String> settings(String broker) {
        return Map.of("cartwright.bigtable.emulator-host", bigtable().address(), "cartwright.cache.url", cache().url(),
                "cartwright.broker.url", broker);
    }

    /** Skips the test where the machine has none. */
    public static synchronized PubSubEmulator pubSub() {
        assumeTrue(PubSubEmulator.isInstalled(), "the Cloud SDK with its Pub/Sub emulator is not installed");
        if (pubSub == null) {
            pubSub = PubSubEmulator.start();
        }
        return pubSub;
    }

    public static synchronized RedisServer cache() {
        if (cache == null) {
            cache = RedisServer.cache();
        }
        return cache;
    }

    public static synchronized RedisServer broker() {
        if (broker == null) {
            try {
                broker = RedisServer.broker(Files.createTempDirectory("broker"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return broker;
    }
}
