package dev.cartwright.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisExecProvider;

/** A server's program, unpacked from its jar for as long as it takes to start it. */
record Executable(Path path, Path directory) implements AutoCloseable {
    static Executable redis() {
        try {
            var file = RedisExecProvider.defaultProvider().get().toPath();
            return new Executable(file, file.getParent());
        } catch (IOException | IllegalArgumentException e) {
            throw new ServerStartException("No Redis for this machine: " + e.getMessage(), e);
        }
    }

    static Executable bigtableEmulator() {
        var resource = "/gcloud/bigtable-%s/platform/bigtable-emulator/cbtemulator".formatted(platform());
        try (var program = Executable.class.getResourceAsStream(resource)) {
            if (program == null) {
                throw new ServerStartException("No Bigtable emulator for this machine: its jar has no " + resource);
            }
            return unpack(program);
        } catch (IOException e) {
            throw new ServerStartException("Cannot unpack the Bigtable emulator: " + e.getMessage(), e);
        }
    }

    /** Deletes the file: a program that runs no longer needs its name, and so nothing stays behind after a kill. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    private static Executable unpack(InputStream program) throws IOException {
        var directory = Files.createTempDirectory("cartwright");
        var file = directory.resolve("cbtemulator");
        Files.copy(program, file);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return new Executable(file, directory);
    }

    private static String platform() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        return switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> system + "-arm";
            case "amd64", "x86_64" -> system + "-x86_64";
            default -> system + "-x86";
        };
    }
}
