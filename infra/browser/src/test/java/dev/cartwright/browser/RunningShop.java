package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.local.Cartwright;
import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.Ports;
import dev.cartwright.local.servers.Readiness;
import dev.cartwright.local.servers.StoreServers;
import dev.cartwright.local.servers.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;

/** A whole Cartwright as {@code deploy.sh local} runs it, with its shelves filled; one for all tests of the JVM. */
final class RunningShop {

    /** An origin whose pages may call, too. */
    static final String FRIEND = "http://localhost:4000";

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration ANSWER = Duration.ofSeconds(12);
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The application as the build has packaged it. */
    static final List<String> FUNCTIONS =
            List.of(JAVA, "-XX:+UseSerialGC", "-Xmx384m", "-jar", packaged("functions/target/quarkus-app/quarkus-run.jar"));

    private static RunningShop shared;

    private final int port = Ports.free();
    private final Path home;
    private final StoreServers stores;
    private final ChildProcess supervisor;

    private RunningShop() throws IOException {
        home = Files.createTempDirectory("cartwright-browser");
        stores = new StoreServers(home);
        supervisor = ChildProcess.start(command());
        awaitReady();
        var products = CHECKOUT.resolve("infra/local/seed/products.jsonl").toString();
        if (Cartwright.run("seed", products, "--url", url("")) != 0) {
            throw new IllegalStateException("The shelves are not filled: " + output());
        }
    }

    /** Ready; it ends with this JVM. */
    static synchronized RunningShop shared() {
        if (shared == null) {
            try {
                shared = new RunningShop();
                Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    private void close() {
        supervisor.close();
        stores.close();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))));
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(url(path))).header("content-type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Kills the functions, which are then started again. */
    void killFunctions() {
        var functions = ProcessHandle.of(supervisor.pid()).orElseThrow().descendants()
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0]))
                        .contains("quarkus-run.jar"))
                .findFirst().orElseThrow(() -> new IllegalStateException("The functions do not run: " + output()));
        functions.destroyForcibly();
        functions.onExit().join();
    }

    /** Has the cache answer nothing until it goes on. */
    void stopCache() {
        stores.cache().signal("STOP");
    }

    void continueCache() {
        stores.cache().signal("CONT");
    }

    /** As if there had been no room for it. */
    void forget(String key) {
        try (var redis = RedisClient.create(stores.cache().url())) {
            assertThat(redis.del(key)).as(key).isOne();
        }
    }

    /** By which the functions find what they keep things in. */
    Map<String, String> stores() {
        return stores.addresses();
    }

    void awaitReady() {
        if (!Waiting.until(START, () -> !supervisor.isAlive() || Readiness.of(URI.create(url("/")))) || !supervisor.isAlive()) {
            throw new IllegalStateException("It does not start: " + output());
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String output() {
        try {
            return Files.readString(home.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command() {
        var command = new ProcessBuilder(JAVA, "-XX:+UseSerialGC", "-Xmx512m", "-Dcartwright.home=" + home, "-jar",
                packaged("infra/local/target/cartwright-local.jar"), "local", "--port", "" + port, "--functions",
                packaged("functions/target/quarkus-app/quarkus-run.jar"))
                .redirectErrorStream(true).redirectOutput(home.resolve("output").toFile());
        command.environment().remove("PUBSUB_EMULATOR_HOST");
        command.environment().putAll(stores());
        command.environment().put("CARTWRIGHT_HTTP_CORS_ORIGINS", FRIEND);
        return command;
    }

    private static String packaged(String path) {
        return CHECKOUT.resolve(path).toString();
    }
}
