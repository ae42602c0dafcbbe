package dev.cartwright.image;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of this machine to its end. */
final class Tool {

    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private Tool() {}

    /** What it printed. */
    static String run(List<String> command) {
        try {
            var output = Files.createTempFile("cartwright", ".log");
            try {
                return run(command, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.get(0), e);
        }
    }

    private static String run(List<String> command, Path output) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            boolean ended = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new UserError("%s %s: %s".formatted(String.join(" ", command),
                        ended ? "failed" : "took too long", Files.readString(output)));
            }
            return Files.readString(output);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
