package dev.cartwright.bench;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What is alive on a Java process' heap. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private LiveHeap() {}

    /** Bytes, after a full collection. */
    static long of(long pid) {
        try {
            var jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid), "GC.class_histogram").redirectErrorStream(true).start();
            var text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var total = TOTAL.matcher(text);
            if (!total.find()) {
                throw new UserError("jcmd does not tell the heap: " + text);
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw new UserError("jcmd cannot be run: " + e.getMessage(), e);
        }
    }
}
