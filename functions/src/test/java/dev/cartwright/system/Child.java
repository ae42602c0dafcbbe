package dev.cartwright.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A process that a running system started. */
record Child(long pid, String commandLine) {

    private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1:|-port )(\\d+)");

    // A Redis server writes its address over its arguments, where Java no longer reads them.
    static Child of(ProcessHandle process) {
        var arguments = Path.of("/proc", "" + process.pid(), "cmdline");
        return new Child(process.pid(), Files.exists(arguments) ? run("cat", arguments.toString()).replace('\0', ' ')
                : run("ps", "-ww", "-o", "args=", "-p", "" + process.pid()));
    }

    int port() {
        return PORT.matcher(commandLine).results().findFirst().map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow(() -> new IllegalStateException("no port: " + commandLine));
    }

    /** Ends it with no chance to tidy up. */
    void kill() {
        signal("KILL");
    }

    /** Stops it where it is: connections stay open and nothing answers. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        run("sh", "-c", "kill -" + name + " " + pid);
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
