package dev.cartwright.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where a running system can be found; kept in a file for as long as it runs. */
public record Addresses(Path file) {
    private static final String BROKER = "broker";

    /** Those of the system whose functions listen on this port. */
    public static Addresses ofPort(int port) {
        return new Addresses(directory(port).resolve("addresses.properties"));
    }

    /** What that system keeps on disk while it runs. */
    public static Path directory(int port) {
        return Home.resolve("infra/local/target/local-" + port);
    }

    public void write(URI broker) {
        var properties = new Properties();
        properties.setProperty(BROKER, broker.toString());
        try {
            Files.createDirectories(file.getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    public Optional<URI> broker() {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.ofNullable(properties.getProperty(BROKER)).map(URI::create);
        } catch (IOException notRunning) {
            return Optional.empty();
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }
}
