package dev.cartwright.image;

import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.Ports;
import dev.cartwright.local.servers.Readiness;
import dev.cartwright.local.servers.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process that runs the functions, on a port of its own. */
final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Pattern STARTED = Pattern.compile("cartwright (\\S+) on JVM");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(DEADLINE).build();

    private final int port = Ports.free();
    private final Path log;
    private final ChildProcess process;

    private Instance(List<String> command, Map<String, String> settings, Path log) {
        this.log = log;
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // As in a container: nothing of this machine's own settings.
        builder.environment().clear();
        builder.environment().putAll(settings);
        builder.environment().put("PORT", Integer.toString(port));
        this.process = ChildProcess.start(builder);
    }

    /** Returns when it is ready to work. */
    static Instance start(List<String> command, Map<String, String> settings, Path log) {
        var instance = new Instance(command, settings, log);
        boolean ready = Waiting.until(PATIENCE, () -> !instance.process.isAlive() || Readiness.of(instance.url()));
        if (!ready || !instance.process.isAlive()) {
            instance.close();
            throw new UserError("The functions did not start: " + instance.output());
        }
        return instance;
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String path) {
        try {
            var whole = request.uri(url().resolve(path)).timeout(DEADLINE).build();
            return HTTP.send(whole, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the running code says that it was built as. */
    String build() {
        var started = STARTED.matcher(output());
        if (!started.find()) {
            throw new UserError("The functions do not tell their build: " + output());
        }
        return started.group(1);
    }

    /** All that it has printed. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and waits until it has done so by itself. */
    void end() {
        process.signal("TERM");
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        process.close();
    }
}
