package dev.cartwright.local;

import java.nio.file.Path;

/** The directory of the checkout, from which the command line is run wherever it was typed. */
public final class Home {
    private static final Path DIRECTORY = Path.of(System.getProperty("cartwright.home", ""));

    private Home() {
    }

    public static Path directory() {
        return DIRECTORY.toAbsolutePath();
    }

    public static Path resolve(String path) {
        return DIRECTORY.resolve(path);
    }
}
