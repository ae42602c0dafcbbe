package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real tool, which keeps what it writes in the directory of the test. */
record Tool(String name, Path directory) {

    /** Skips the test where there is no such tool. */
    static Tool installed(String name, Path directory) {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, name))), name + " is not installed");
        return new Tool(name, directory);
    }

    /** Fails where the tool does. */
    String run(String... arguments) throws IOException, InterruptedException {
        var out = directory.resolve(name + ".out");
        var builder = new ProcessBuilder(Stream.concat(Stream.of(name), Stream.of(arguments)).toList())
            .redirectErrorStream(false).redirectError(directory.resolve(name + ".err").toFile()).redirectOutput(out.toFile());
        builder.environment().put("CLOUDSDK_CONFIG", directory.resolve("gcloud").toString());
        builder.environment().put("CLOUDSDK_CORE_DISABLE_USAGE_REPORTING", "true");
        builder.environment().put("CHECKPOINT_DISABLE", "true");
        var process = builder.start();
        var ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(() -> "%s %s:%n%s%s".formatted(name, List.of(arguments),
            read(out), read(directory.resolve(name + ".err")))).isTrue();
        return Files.readString(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
