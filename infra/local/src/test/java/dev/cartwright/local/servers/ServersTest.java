package dev.cartwright.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class ServersTest {
    @Test
    void emulator_listens_on_a_free_port() {
        try (var emulator = BigtableEmulator.start()) {
            assertThat(emulator.address()).isEqualTo("127.0.0.1:" + emulator.port());
            assertThat(Ports.accepts(emulator.port())).isTrue();
        }
    }

    @Test
    void pub_sub_emulator_listens_on_a_free_port() {
        assumeTrue(PubSubEmulator.isInstalled(), "the Cloud SDK with its Pub/Sub emulator is not installed");
        try (var emulator = PubSubEmulator.start()) {
            assertThat(emulator.address()).isEqualTo("127.0.0.1:" + emulator.port());
            assertThat(Ports.accepts(emulator.port())).isTrue();
        }
    }

    @Test
    void closed_server_frees_its_port() {
        var emulator = BigtableEmulator.start();
        emulator.close();
        Ports.requireFree(emulator.port(), "the test");
        assertThat(emulator.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void taken_port_is_named_in_one_line() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> BigtableEmulator.start(other.getLocalPort()))
                .isInstanceOf(ServerStartException.class)
                .hasMessage("Port %d, which the Bigtable emulator needs, is taken: "
                    + "stop the program that listens there or choose another port", other.getLocalPort());
        }
    }

    @Test
    void cache_evicts_and_keeps_nothing() {
        try (var cache = RedisServer.cache(); var client = RedisClient.create(cache.url())) {
            assertThat(setting(client, "maxmemory-policy")).isEqualTo("allkeys-lru");
            assertThat(setting(client, "appendonly")).isEqualTo("no");
            assertThat(setting(client, "maxmemory")).isEqualTo("536870912");
        }
    }

    @Test
    void broker_keeps_what_it_has_accepted_through_a_crash(@TempDir Path directory) {
        try (var first = RedisServer.broker(directory); var client = RedisClient.create(first.url())) {
            assertThat(setting(client, "appendfsync")).isEqualTo("always");
            client.xadd("events", Map.of("ce-id", "1"), redis.clients.jedis.params.XAddParams.xAddParams());
            first.kill();
        }
        try (var second = RedisServer.broker(directory); var client = RedisClient.create(second.url())) {
            assertThat(client.xlen("events")).isEqualTo(1);
        }
    }

    @Test
    void frozen_server_does_not_answer_until_it_thaws() {
        try (var cache = RedisServer.cache(); var client = RedisClient.create(cache.url())) {
            cache.freeze();
            assertThatThrownBy(client::ping).hasMessageContaining("Read timed out");
            cache.thaw();
            assertThat(client.ping()).isEqualTo("PONG");
        }
    }

    private static String setting(RedisClient client, String name) {
        return client.configGet(name).get(name);
    }
}
