package dev.cartwright.local.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads all that a server prints and remembers the last lines, to be shown if it fails; thread-safe. */
final class LastWords {
    private static final int LINES = 5;

    private final Deque<String> lines = new ArrayDeque<>();

    static LastWords of(String name, InputStream output) {
        var words = new LastWords();
        var reader = new Thread(() -> words.readAll(output), "output-of-" + name);
        reader.setDaemon(true);
        reader.start();
        return words;
    }

    private void readAll(InputStream output) {
        try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
            }
        } catch (IOException processIsGone) {
            remember("(" + processIsGone.getMessage() + ")");
        }
    }

    private synchronized void remember(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    @Override
    public synchronized String toString() {
        return String.join(" | ", lines);
    }
}
