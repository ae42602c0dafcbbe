package dev.cartwright.bench;

import dev.cartwright.local.Home;
import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Starts a process, and sends it an event until it has processed it. */
final class ColdStart {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    /** What one start took until the first event was processed. */
    record Took(double millis, double cpuMillis, double megabytes) {}

    private final Map<String, String> settings;
    private int number;

    ColdStart(Map<String, String> settings) {
        this.settings = settings;
    }

    Took measure(List<String> command) {
        int port = Ports.free();
        var event = Request.of(Demand.SPREAD.events(++number).get(number - 1), "").bytes();
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Home.resolve("infra/bench/target/startup.log").toFile());
        builder.environment().putAll(settings);
        builder.environment().put("PORT", Integer.toString(port));
        // As in the cloud: the tables are there, and the platform says who delivers.
        builder.environment().put("CARTWRIGHT_BIGTABLE_CREATE_TABLES", "false");
        builder.environment().put("CARTWRIGHT_DELIVERY_AUTH", "iam");
        long begin = System.nanoTime();
        try (var process = ChildProcess.start(builder)) {
            while (!isProcessed(event, port)) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new UserError("The application did not start: see infra/bench/target/startup.log");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return took(System.nanoTime() - begin, process.pid());
        }
    }

    private static boolean isProcessed(byte[] event, int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(event);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 2");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Took took(long nanos, long pid) {
        try {
            var cpu = ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
            var resident = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return new Took(nanos / 1e6, cpu.toNanos() / 1e6, Long.parseLong(resident.replaceAll("\\D", "")) / 1024.0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
