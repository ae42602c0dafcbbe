package dev.cartwright.local.supervisor;

import dev.cartwright.local.servers.BigtableEmulator;
import dev.cartwright.local.servers.Ports;
import dev.cartwright.local.servers.RedisFlavour;
import dev.cartwright.local.servers.RedisServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The servers that the functions need: started here, unless the environment names others. */
final class Servers implements AutoCloseable {
    private final Map<String, String> addresses = new HashMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private volatile boolean closed;

    private Servers() {
    }

    /** Starts what is missing; {@code lost} is told in one line when something ends that cannot be brought back. */
    static Servers start(Settings settings, Path brokerDirectory, Consumer<String> lost) {
        var servers = new Servers();
        try {
            servers.startMissing(settings, brokerDirectory, lost);
            return servers;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** The environment variables that lead to them. */
    Map<String, String> addresses() {
        return addresses;
    }

    URI broker() {
        return URI.create(addresses.get(Settings.BROKER));
    }

    @Override
    public void close() {
        closed = true;
        while (!started.isEmpty()) {
            closeOne(started.pop());
        }
    }

    private void startMissing(Settings settings, Path brokerDirectory, Consumer<String> lost) {
        if (!settings.namesABigtable()) {
            startEmulator(lost);
        }
        startRedis(Settings.CACHE, settings, new RedisFlavour.Cache());
        startRedis(Settings.BROKER, settings, new RedisFlavour.Broker(brokerDirectory));
    }

    private void startEmulator(Consumer<String> lost) {
        var emulator = BigtableEmulator.start();
        started.push(emulator);
        addresses.put(Settings.EMULATOR, emulator.address());
        emulator.onExit().thenAccept(code -> {
            if (!closed) {
                lost.accept("The Bigtable emulator ended (exit code %d), and with it the log that it kept in memory: "
                    .formatted(code) + "start again");
            }
        });
    }

    private void startRedis(String variable, Settings settings, RedisFlavour flavour) {
        if (settings.has(variable)) {
            addresses.put(variable, settings.get(variable));
            return;
        }
        int port = Ports.free();
        started.push(Keeper.of(flavour.title(), () -> RedisServer.start(flavour, port)));
        addresses.put(variable, "redis://127.0.0.1:" + port);
    }

    private static void closeOne(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("A server cannot be stopped", e);
        }
    }
}
