package dev.cartwright.system;

import dev.cartwright.local.Addresses;
import dev.cartwright.local.Cartwright;
import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.Ports;
import dev.cartwright.local.servers.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import redis.clients.jedis.RedisClient;

/** Everything that {@code deploy.sh local} starts, from what the build has packaged. */
final class RunningSystem implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path home;
    private final int port = Ports.free();
    private final ChildProcess supervisor;
    private final Site site = new Site(URI.create("http://127.0.0.1:" + port));
    private final Broker broker;

    private RunningSystem(Path home, String kind) {
        this.home = home;
        this.supervisor = ChildProcess.start(command(kind));
        if (!Waiting.until(START, () -> !supervisor.isAlive() || site.isReady()) || !supervisor.isAlive()) {
            supervisor.close();
            throw new IllegalStateException("It does not start: " + output());
        }
        this.broker = kind.equals("redis") ? new RedisStreams(brokerUrl()) : new PubSubPushes(site);
    }

    /** Ready, on that kind of broker; what it keeps is kept in that directory. */
    static RunningSystem start(Path home, String broker) {
        return new RunningSystem(home, broker);
    }

    Site site() {
        return site;
    }

    Broker broker() {
        return broker;
    }

    /** Sends the events as {@code deploy.sh send} does, in a file of that name, and tells the exit code. */
    int send(String name, List<ShopEvent> events) {
        try {
            var file = Files.write(home.resolve(name + ".jsonl"), events.stream().map(ShopEvent::json).toList());
            return Cartwright.run("send", file.toString(), "--url", site.url().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Child functions() {
        return child(process -> process.commandLine().contains("quarkus-run.jar"));
    }

    Child emulator() {
        return child(process -> process.commandLine().contains("cbtemulator"));
    }

    Child cache() {
        return child(process -> process.commandLine().contains("redis-server")
                && process.port() != brokerUrl().getPort());
    }

    void flushCache() {
        try (var redis = RedisClient.create("127.0.0.1", cache().port())) {
            redis.flushAll();
        }
    }

    /** What all of it printed. */
    String output() {
        try {
            return Files.readString(home.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
        supervisor.close();
    }

    private ProcessBuilder command(String kind) {
        var command = new ProcessBuilder(JAVA, "-XX:+UseSerialGC", "-Xmx512m", "-Dcartwright.home=" + home,
                "-jar", packaged("infra/local/target/cartwright-local.jar"), "local", "--port", "" + port, "--broker", kind,
                "--functions", packaged("functions/target/quarkus-app/quarkus-run.jar"))
                .redirectErrorStream(true).redirectOutput(home.resolve("output").toFile());
        command.environment().keySet().removeAll(List.of("BIGTABLE_EMULATOR_HOST", "REDIS_URL", "BROKER_REDIS_URL",
                "PUBSUB_EMULATOR_HOST", "CARTWRIGHT_BROKER_PROJECT", "CARTWRIGHT_BROKER_TOPIC",
                "CARTWRIGHT_BIGTABLE_PROJECT", "CARTWRIGHT_BIGTABLE_INSTANCE"));
        return command;
    }

    private URI brokerUrl() {
        return new Addresses(home.resolve("infra/local/target/local-" + port + "/addresses.properties")).broker()
                .orElseThrow();
    }

    private Child child(Predicate<Child> wanted) {
        return ProcessHandle.of(supervisor.pid()).orElseThrow().descendants().map(Child::of).filter(wanted).findFirst()
                .orElseThrow(() -> new IllegalStateException("No such process: " + output()));
    }

    private static String packaged(String path) {
        return CHECKOUT.resolve(path).toString();
    }
}
