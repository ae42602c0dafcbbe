package dev.cartwright.bench;

import dev.cartwright.bench.ColdStart.Took;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Tells what starts took, each beside the first way to start on the same processors. */
final class StartupReport {

    private static final String LINE = "%-30s %-14s %10s %15s %10s %8s %8s%n";

    private record Key(Start start, Processors processors) {}

    private final PrintStream out;
    private final Map<Key, List<Took>> runs = new LinkedHashMap<>();

    StartupReport(PrintStream out) {
        this.out = out;
    }

    void progress(String words) {
        out.println(words + " ...");
    }

    void add(Start start, Processors processors, Took took) {
        runs.computeIfAbsent(new Key(start, processors), key -> new ArrayList<>()).add(took);
    }

    void print() {
        out.println();
        out.printf(LINE, "until the first event, median", "on", "ms", "min-max", "CPU ms", "RSS MB", "time");
        runs.forEach((key, took) -> out.printf(Locale.ROOT, LINE, key.start().words(), key.processors().words(),
                "%.0f".formatted(median(took, Took::millis)), range(took),
                "%.0f".formatted(median(took, Took::cpuMillis)), "%.0f".formatted(median(took, Took::megabytes)),
                "%.2f".formatted(median(took, Took::millis) / median(first(key.processors()), Took::millis))));
    }

    private List<Took> first(Processors processors) {
        return runs.entrySet().stream().filter(run -> run.getKey().processors() == processors).findFirst().orElseThrow()
                .getValue();
    }

    private static String range(List<Took> took) {
        var millis = took.stream().mapToDouble(Took::millis).summaryStatistics();
        return "%.0f-%.0f".formatted(millis.getMin(), millis.getMax());
    }

    static double median(List<Took> took, ToDoubleFunction<Took> of) {
        var sorted = took.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
