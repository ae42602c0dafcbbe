package dev.cartwright.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** A fresh log, cache and broker, each in a process of its own. */
public final class StoreServers implements AutoCloseable {
    private final Path directory;
    private final BigtableEmulator emulator = BigtableEmulator.start();
    private final RedisServer cache = RedisServer.cache();
    private final RedisServer broker;

    /** The broker keeps its files in this directory until all is closed. */
    public StoreServers(Path directory) {
        this.directory = directory;
        this.broker = RedisServer.broker(directory);
    }

    public BigtableEmulator emulator() {
        return emulator;
    }

    public RedisServer cache() {
        return cache;
    }

    public RedisServer broker() {
        return broker;
    }

    /** By the names that the functions know them by. */
    public Map<String, String> addresses() {
        return Map.of("BIGTABLE_EMULATOR_HOST", emulator.address(), "REDIS_URL", cache.url(),
            "BROKER_REDIS_URL", broker.url());
    }

    @Override
    public void close() {
        emulator.close();
        cache.close();
        broker.close();
        deleteDirectory();
    }

    private void deleteDirectory() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }
}
