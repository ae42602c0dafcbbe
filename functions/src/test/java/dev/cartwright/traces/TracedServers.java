package dev.cartwright.traces;

import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.testing.Servers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** Gives a {@code @QuarkusTest} a collector of spans, and a broker where nothing of other tests waits. */
public final class TracedServers implements QuarkusTestResourceLifecycleManager {

    private static Collector collector;
    private static RedisServer broker;

    static Collector collector() {
        return collector;
    }

    static RedisServer broker() {
        return broker;
    }

    @Override
    public Map<String, String> start() {
        try {
            broker = RedisServer.broker(Files.createTempDirectory("traced"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collector = Collector.start();
        var settings = new HashMap<>(Servers.settings(broker.url()));
        settings.put("cartwright.traces.exporter", "otlp");
        settings.put("cartwright.traces.endpoint", collector.address().toString());
        settings.put("cartwright.traces.ratio", "1");
        return settings;
    }

    @Override
    public void stop() {
        collector.close();
        broker.close();
    }
}
