package dev.cartwright.bench;

import dev.cartwright.local.Home;
import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.Ports;
import dev.cartwright.local.servers.Readiness;
import dev.cartwright.local.servers.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program that listens on a port of its own, ready when made. */
final class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final String FUNCTIONS = "quarkus-run.jar";
    private static final String PROCESSED = "cartwright_events_processed_seconds_count";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PROBE).build();

    private final int port;
    private final ChildProcess process;

    private Application(int port, List<String> arguments, Map<String, String> addresses) {
        this.port = port;
        var builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true)
                .redirectOutput(Home.resolve("infra/bench/target/application.log").toFile());
        builder.environment().putAll(addresses);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_PROFILE", "local");
        this.process = ChildProcess.start(builder);
        if (!Waiting.until(PATIENCE, () -> !process.isAlive() || Readiness.of(url())) || !process.isAlive()) {
            process.close();
            throw new UserError("The application did not start: see infra/bench/target/application.log");
        }
    }

    /** The functions alone: nothing delivers what they publish. */
    static Application functions(Stores stores) {
        return new Application(Ports.free(),
                List.of("-jar", path("functions/target/quarkus-app/" + FUNCTIONS)), stores.addresses());
    }

    /** Functions and broker as {@code deploy.sh local} runs them. */
    static Application whole(Stores stores) {
        return whole(stores, Map.of());
    }

    /** With settings that are other than usual. */
    static Application whole(Stores stores, Map<String, String> settings) {
        int port = Ports.free();
        var environment = new HashMap<>(stores.addresses());
        environment.putAll(settings);
        return new Application(port, List.of("-XX:+UseSerialGC", "-Xmx512m",
                "-Dcartwright.home=" + Home.directory(), "-jar", path("infra/local/target/cartwright-local.jar"),
                "local", "--port", Integer.toString(port)), environment);
    }

    static Application bareServer(Stores stores, Source source) {
        int port = Ports.free();
        var arguments = new ArrayList<>(List.of("-jar", path("infra/bench/target/cartwright-bench.jar"),
                "bare-server", "--port", Integer.toString(port)));
        arguments.addAll(source.arguments());
        return new Application(port, arguments, stores.addresses());
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return command;
    }

    private static String path(String inCheckout) {
        return Home.resolve(inCheckout).toAbsolutePath().toString();
    }

    int port() {
        return port;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The processes of this application: those that run functions, and that which runs them and the broker. */
    Cpu cpu() {
        var cpu = new Cpu();
        var offspring = offspring();
        offspring.forEach(child -> cpu.with("functions", child.pid()));
        return cpu.with(offspring.isEmpty() ? "functions" : "broker", process.pid());
    }

    private List<ProcessHandle> offspring() {
        return ProcessHandle.of(process.pid()).stream().flatMap(ProcessHandle::descendants)
                .filter(child -> child.info().commandLine().orElse("").contains(FUNCTIONS)).toList();
    }

    /** The process that runs the functions. */
    long functions() {
        return offspring().stream().findFirst().map(ProcessHandle::pid).orElse(process.pid());
    }

    /** How many events the functions have processed. */
    long processed() {
        return get("/q/metrics").lines().filter(line -> line.startsWith(PROCESSED))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    String get(String path) {
        return HTTP.sendAsync(HttpRequest.newBuilder(url().resolve(path)).timeout(PROBE).build(),
                BodyHandlers.ofString()).join().body();
    }

    @Override
    public void close() {
        process.close();
    }
}
