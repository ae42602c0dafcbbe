package dev.cartwright.local.send;

import dev.cartwright.local.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of a file that may be packed with gzip. */
public record Lines(Path file) {
    /** Fails in one clear line where there is no such file. */
    public static Lines of(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UserError("There is no file %s that can be read".formatted(file));
        }
        return new Lines(file);
    }

    public BufferedReader open() throws IOException {
        return new BufferedReader(new InputStreamReader(unpacked(), StandardCharsets.UTF_8), 1 << 16);
    }

    /** How many lines there are, blank ones left out. */
    long count() {
        try (var reader = open()) {
            return reader.lines().filter(line -> !line.isBlank()).count();
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private InputStream unpacked() throws IOException {
        var bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
