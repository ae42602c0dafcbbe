package dev.cartwright.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cartwright.local.Addresses;
import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.Ports;
import dev.cartwright.local.servers.PubSubEmulator;
import dev.cartwright.local.servers.RedisServer;
import dev.cartwright.local.servers.ServerStartException;
import dev.cartwright.local.servers.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = Ports.free();

    @Test
    void starts_servers_and_tells_the_functions_where_they_are() throws Exception {
        try (var supervisor = supervisor(Map.of())) {
            assertThat(supervisor.start(PATIENCE)).isTrue();
            var environment = new JsonObject(get("/environment"));
            assertThat(environment.getString("QUARKUS_PROFILE")).isEqualTo("local");
            assertThat(environment.getString("QUARKUS_HTTP_HOST")).isEqualTo("127.0.0.1");
            assertThat(environment.getString("BIGTABLE_EMULATOR_HOST")).startsWith("127.0.0.1:");
            assertThat(policy(environment.getString("REDIS_URL"))).isEqualTo("allkeys-lru");
            assertThat(policy(environment.getString("BROKER_REDIS_URL"))).isEqualTo("noeviction");
            assertThat(Addresses.ofPort(port).broker())
                .hasValue(URI.create(environment.getString("BROKER_REDIS_URL")));
        }
        assertThat(Addresses.ofPort(port).broker()).isEmpty();
        Ports.requireFree(port, "the test");
    }

    @Test
    void uses_the_servers_that_the_environment_names() throws Exception {
        try (var cache = RedisServer.cache()) {
            try (var supervisor = supervisor(Map.of("REDIS_URL", cache.url(), "BIGTABLE_EMULATOR_HOST", "there:1"))) {
                supervisor.start(PATIENCE);
                assertThat(new JsonObject(get("/environment")).getString("REDIS_URL")).isEqualTo(cache.url());
            }
            assertThat(cache.isAlive()).isTrue();
        }
    }

    @Test
    void starts_the_functions_again_when_they_die() throws Exception {
        try (var supervisor = supervisor(Map.of())) {
            supervisor.start(PATIENCE);
            var first = get("/pid");
            assertThatThrownBy(() -> get("/die")).isInstanceOf(IOException.class);
            assertThat(Waiting.until(PATIENCE, () -> !first.equals(getOrNothing("/pid")) && isUp())).isTrue();
        }
    }

    @Test
    void starts_a_broker_again_with_what_it_held() throws Exception {
        try (var supervisor = supervisor(Map.of())) {
            supervisor.start(PATIENCE);
            var broker = Addresses.ofPort(port).broker().orElseThrow().toString();
            try (var client = RedisClient.create(broker)) {
                client.set("kept", "yes");
            }
            var first = processOf(broker);
            kill(Long.parseLong(first));
            assertThat(Waiting.until(PATIENCE, () -> !List.of(first, "").contains(processOf(broker)))).isTrue();
            assertThat(valueOf(broker, "kept")).isEqualTo("yes");
        }
    }

    @Test
    void loss_of_the_emulator_is_told() throws Exception {
        try (var supervisor = supervisor(Map.of())) {
            supervisor.start(PATIENCE);
            var address = new JsonObject(get("/environment")).getString("BIGTABLE_EMULATOR_HOST");
            killChild("-port " + address.split(":")[1]);
            assertThat(supervisor.awaitLoss().orElseThrow()).startsWith("The Bigtable emulator ended");
        }
    }

    @Test
    void pubsub_emulator_that_dies_comes_back_with_its_subscriptions() throws Exception {
        assumeTrue(PubSubEmulator.isInstalled(), "The Cloud SDK's pubsub-emulator is not installed");
        try (var supervisor = supervisor(BrokerKind.PUBSUB, Map.of())) {
            supervisor.start(PATIENCE);
            var environment = new JsonObject(get("/environment"));
            assertThat(environment.getString("CARTWRIGHT_BROKER_KIND")).isEqualTo("pubsub");
            assertThat(environment.getString("CARTWRIGHT_BROKER_PROJECT")).isEqualTo("local");
            assertThat(environment.getString("CARTWRIGHT_BROKER_TOPIC")).isEqualTo("events");
            var emulator = environment.getString("PUBSUB_EMULATOR_HOST");
            assertThat(Addresses.ofPort(port).broker()).hasValue(URI.create("pubsub://" + emulator + "/local/events"));
            int all = subscriptions(emulator);
            assertThat(all).isPositive();
            killChild("--port=" + emulator.split(":")[1]);
            assertThat(Waiting.until(PATIENCE, () -> subscriptions(emulator) == 0)).isTrue();
            assertThat(Waiting.until(PATIENCE, () -> subscriptions(emulator) == all)).isTrue();
        }
    }

    @Test
    void pubsub_emulator_that_is_not_there_is_told_in_one_line() {
        try (var supervisor = supervisor(BrokerKind.PUBSUB, Map.of("PUBSUB_EMULATOR_HOST", "127.0.0.1:1"))) {
            assertThatThrownBy(() -> supervisor.start(PATIENCE)).isInstanceOf(ServerStartException.class)
                .hasMessage("PUBSUB_EMULATOR_HOST is 127.0.0.1:1, where no Pub/Sub emulator can be used: "
                    + "http://127.0.0.1:1/v1/ does not answer");
        }
    }

    @Test
    void functions_that_end_before_they_are_ready_are_reported() {
        var launch = new Launch(List.of(JAVA, "-version"));
        try (var supervisor = new Supervisor(launch, port, BrokerKind.REDIS, Map.of())) {
            assertThatThrownBy(() -> supervisor.start(PATIENCE)).isInstanceOf(UserError.class)
                .hasMessage("The functions application ended before it was ready: its output above says why");
        }
    }

    @Test
    void missing_jar_is_reported_with_the_way_to_make_it() {
        assertThatThrownBy(() -> Launch.ofJar(Path.of("/nowhere/quarkus-run.jar"))).isInstanceOf(UserError.class)
            .hasMessage("There is no /nowhere/quarkus-run.jar: build it with ./mvnw -DskipTests package");
    }

    private static int subscriptions(String emulator) {
        try {
            var all = HttpRequest.newBuilder(URI.create("http://" + emulator + "/v1/projects/local/subscriptions"));
            return new JsonObject(HTTP.send(all.build(), BodyHandlers.ofString()).body())
                .getJsonArray("subscriptions", new JsonArray()).size();
        } catch (IOException notNow) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Supervisor supervisor(Map<String, String> environment) {
        return supervisor(BrokerKind.REDIS, environment);
    }

    private Supervisor supervisor(BrokerKind kind, Map<String, String> environment) {
        var launch = new Launch(
            List.of(JAVA, "-cp", System.getProperty("java.class.path"), FakeApplication.class.getName()));
        return new Supervisor(launch, port, kind, environment);
    }

    private boolean isUp() {
        return !getOrNothing("/pid").isEmpty();
    }

    private String getOrNothing(String path) {
        try {
            return get(path);
        } catch (IOException notNow) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private static String policy(String url) {
        try (var client = RedisClient.create(url)) {
            return client.configGet("maxmemory-policy").get("maxmemory-policy");
        }
    }

    private static String valueOf(String url, String key) {
        try (var client = RedisClient.create(url)) {
            return client.get(key);
        }
    }

    private static String processOf(String url) {
        try (var client = RedisClient.create(url)) {
            return client.info("server").lines().filter(line -> line.startsWith("process_id:"))
                .map(line -> line.substring(11)).findFirst().orElseThrow();
        } catch (JedisException notNow) {
            return "";
        }
    }

    private static void killChild(String words) {
        var child = ProcessHandle.current().descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(words)).findFirst();
        kill(child.orElseThrow().pid());
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
