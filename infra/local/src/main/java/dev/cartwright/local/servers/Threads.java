package dev.cartwright.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The threads of another process, as Linux tells of them under {@code /proc}. */
final class Threads {

    private Threads() {}

    /** True where each of them is stopped, or where the system does not tell. */
    static boolean areStopped(long pid) {
        var tasks = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isDirectory(tasks)) {
            return true;
        }
        try (var each = Files.list(tasks)) {
            return each.allMatch(Threads::isStopped);
        } catch (IOException ended) {
            return true;
        }
    }

    private static boolean isStopped(Path task) {
        try {
            var stat = Files.readString(task.resolve("stat"));
            return stat.startsWith("T", stat.lastIndexOf(')') + 2);
        } catch (IOException ended) {
            return true;
        }
    }
}
