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
import java.util.function.Function;

/** The servers that the functions need: started here, unless the environment names others. */
final class Servers implements AutoCloseable {
    private final Settings settings;
    private final Map<String, String> addresses = new HashMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private Broker broker;
    private volatile boolean closed;

    private Servers(Settings settings) {
        this.settings = settings;
    }

    /** Starts what is missing; {@code lost} is told in one line when something ends that cannot be brought back. */
    static Servers start(Settings settings, Consumer<String> lost, Function<Servers, Broker> broker) {
        var servers = new Servers(settings);
        try {
            servers.startStores(lost);
            servers.broker = broker.apply(servers);
            servers.addresses.putAll(servers.broker.environment());
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

    Broker broker() {
        return broker;
    }

    Broker redisBroker(Path directory, URI functions) {
        return RedisBroker.between(startRedis(Settings.BROKER, new RedisFlavour.Broker(directory)), functions);
    }

    Broker pubSubBroker(URI functions) {
        if (settings.has(Settings.PUBSUB_EMULATOR)) {
            return PubSubBroker.between(settings.topicAt(settings.get(Settings.PUBSUB_EMULATOR)), functions).adopt();
        }
        int port = Ports.free();
        var pubSub = PubSubBroker.between(settings.topicAt("127.0.0.1:" + port), functions);
        started.push(Keeper.of("The Pub/Sub emulator (with the events in its memory)",
            () -> pubSub.startEmulator(port)));
        return pubSub;
    }

    @Override
    public void close() {
        closed = true;
        while (!started.isEmpty()) {
            closeOne(started.pop());
        }
    }

    private void startStores(Consumer<String> lost) {
        if (!settings.namesABigtable()) {
            startEmulator(lost);
        }
        addresses.put(Settings.CACHE, startRedis(Settings.CACHE, new RedisFlavour.Cache()).toString());
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

    private URI startRedis(String variable, RedisFlavour flavour) {
        if (settings.has(variable)) {
            return URI.create(settings.get(variable));
        }
        int port = Ports.free();
        started.push(Keeper.of(flavour.title(), () -> RedisServer.start(flavour, port)));
        return URI.create("redis://127.0.0.1:" + port);
    }

    private static void closeOne(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("A server cannot be stopped", e);
        }
    }
}
