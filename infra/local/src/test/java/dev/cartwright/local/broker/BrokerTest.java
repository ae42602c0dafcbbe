package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.local.servers.Waiting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** A real broker, and functions that do as they are told; each test begins with an empty stream. */
abstract class BrokerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    static final Backoff QUICK = new Backoff(Duration.ofMillis(5), Duration.ofMillis(40));

    @TempDir
    static Path directory;

    static RedisServer redis;
    static RedisClient client;

    FakeFunctions functions;
    private final List<Dispatcher> dispatchers = new ArrayList<>();

    @BeforeAll
    static void startRedis() {
        redis = RedisServer.broker(directory);
        client = RedisClient.create(redis.url());
    }

    @AfterAll
    static void stopRedis() {
        client.close();
        redis.close();
    }

    @BeforeEach
    void startFunctions() {
        client.flushAll();
        functions = FakeFunctions.start();
    }

    @AfterEach
    void stopAll() {
        functions.close();
        dispatchers.forEach(Dispatcher::close);
    }

    DispatcherOptions options() {
        return DispatcherOptions.between(URI.create(redis.url()), functions.uri()).with(QUICK);
    }

    Dispatcher dispatch(DispatcherOptions options) {
        var dispatcher = Dispatcher.start(options);
        dispatchers.add(dispatcher);
        return dispatcher;
    }

    Dispatcher dispatch() {
        return dispatch(options());
    }

    static void publish(String id, String subject) {
        publish(id, subject, Map.of());
    }

    static void publish(String id, String subject, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("ce-id", id, "ce-source", "/test", "ce-type", "tested",
            "ce-specversion", "1.0", "ce-subject", subject, "content-type", "application/json",
            "group", "cart", "data", "{\"n\":1}"));
        fields.putAll(more);
        client.xadd("events", fields, XAddParams.xAddParams());
    }

    static List<String> publishMany(int events, String subject) {
        var ids = IntStream.range(0, events).mapToObj(i -> subject + "-" + i).toList();
        ids.forEach(id -> publish(id, subject));
        return ids;
    }

    static long pending() {
        return client.xpending("events", "functions").getTotal();
    }

    static void await(BooleanSupplier condition) {
        assertThat(Waiting.until(LIMIT, condition)).as("in time").isTrue();
    }
}
