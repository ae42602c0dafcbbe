package dev.cartwright.bench;

import dev.cartwright.local.Home;
import dev.cartwright.local.servers.BigtableEmulator;
import dev.cartwright.local.servers.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** A fresh log, cache and broker, each in a process of its own. */
final class Stores implements AutoCloseable {

    private final Path directory = Home.resolve("infra/bench/target/broker-" + ProcessHandle.current().pid());
    private final BigtableEmulator emulator = BigtableEmulator.start();
    private final RedisServer cache = RedisServer.cache();
    private final RedisServer broker = RedisServer.broker(directory);

    /** By the names that the functions know them by. */
    Map<String, String> addresses() {
        return Map.of("BIGTABLE_EMULATOR_HOST", emulator.address(), "REDIS_URL", cache.url(),
                "BROKER_REDIS_URL", broker.url());
    }

    URI broker() {
        return URI.create(broker.url());
    }

    /** Adds their processes to what is looked at. */
    Cpu watchedBy(Cpu cpu) {
        return cpu.with("Bigtable", emulator.pid()).with("Redis", cache.pid()).with("Redis", broker.pid());
    }

    StoreClients clients() {
        return StoreClients.of(addresses());
    }

    @Override
    public void close() {
        emulator.close();
        cache.close();
        broker.close();
        delete(directory);
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }
}
