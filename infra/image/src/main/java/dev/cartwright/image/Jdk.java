package dev.cartwright.image;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK 25 of this machine, whose virtual machine becomes the image's. */
public record Jdk(Path home) {

    private static final String VERSION = "JAVA_VERSION=\"25";

    /** Where distributions and version managers put them. */
    private static final List<Path> SHELVES = List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/java"),
            Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"));

    /** The one that runs this, else the one of {@code JAVA_HOME}, else any that is found. */
    public static Optional<Jdk> find() {
        var named = Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
                .filter(home -> home != null && !home.isBlank()).map(Path::of);
        return Stream.concat(named, SHELVES.stream().flatMap(Jdk::on)).filter(Jdk::fits).findFirst().map(Jdk::new);
    }

    /** As {@link #find()}, or an error that says what is missing. */
    public static Jdk require() {
        return find().orElseThrow(() ->
                new UserError("No JDK 25 found, which the image is made of: install one, or let JAVA_HOME name one"));
    }

    /** One of its programs. */
    public Path tool(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static boolean fits(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin/jlink"))
                    && Files.readString(home.resolve("release")).contains(VERSION);
        } catch (IOException notAJdk) {
            return false;
        }
    }

    private static Stream<Path> on(Path shelf) {
        if (!Files.isDirectory(shelf)) {
            return Stream.empty();
        }
        try (var homes = Files.list(shelf)) {
            return homes.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for a JDK in " + shelf, e);
        }
    }
}
