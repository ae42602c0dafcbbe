package dev.cartwright.local.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Google's Cloud SDK on this machine; what gcloud says of it is asked once. */
final class CloudSdk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Optional<Path> root;

    private CloudSdk() {
    }

    static Optional<Path> pubSubEmulator() {
        return root().map(sdk -> sdk.resolve("platform/pubsub-emulator/lib")).filter(Files::isDirectory)
            .flatMap(CloudSdk::emulatorJar);
    }

    private static Optional<Path> emulatorJar(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("cloud-pubsub-emulator-.*-all\\.jar"))
                .findFirst();
        } catch (IOException e) {
            throw new ServerStartException("Cannot look into " + directory + ": " + e.getMessage(), e);
        }
    }

    private static synchronized Optional<Path> root() {
        if (root == null) {
            root = ask();
        }
        return root;
    }

    private static Optional<Path> ask() {
        try {
            var gcloud = new ProcessBuilder("gcloud", "info", "--format=value(installation.sdk_root)")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            gcloud.getOutputStream().close();
            if (!gcloud.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                gcloud.destroyForcibly();
                return Optional.empty();
            }
            var told = new String(gcloud.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return told.isEmpty() ? Optional.empty() : Optional.of(Path.of(told));
        } catch (IOException notInstalled) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
