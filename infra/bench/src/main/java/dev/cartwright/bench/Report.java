package dev.cartwright.bench;

import dev.cartwright.rules.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what was measured: as it comes, and all of it beside its limits at the end. */
final class Report {

    private static final String LINE = "%-38s %10s %9s %9s %10s %8s %9s %8s%n";

    /** One figure beside its limit. */
    record Ratio(String words, double ratio, String aim, boolean holds) {}

    private final PrintStream out;
    private final Map<Part, Figure> figures = new LinkedHashMap<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void progress(String words) {
        out.println(words + " ...");
    }

    void add(Part part, Figure figure) {
        figures.put(part, figure);
        out.printf(Locale.ROOT, "  %s: %,.0f events/s (%,d events in %.1f s)%n", part.words(),
                figure.eventsPerSecond(), figure.events(), figure.seconds());
    }

    void print() {
        out.println();
        out.printf(LINE, "", "events/s", "p50 ms", "p99 ms", "CPU ms of", "", "", "");
        out.printf(LINE, "", "", "", "", "functions", "broker", "Bigtable", "Redis");
        figures.forEach((part, figure) -> out.printf(Locale.ROOT, LINE, part.words(),
                "%,.0f".formatted(figure.eventsPerSecond()), millis(figure.latency().p50()),
                millis(figure.latency().p99()), cpu(figure, "functions"), cpu(figure, "broker"),
                cpu(figure, "Bigtable"), cpu(figure, "Redis")));
        out.println("Follow-ups that are delivered count as events, as they are events of their own. Latencies: end to end from");
        out.println("posting an event to its commit; straight and bare server, of a request; bare loop, of a batch.");
        out.println();
        ratios().forEach(ratio -> out.printf(Locale.ROOT, "%-62s %6.2f   aim: %s%s%n", ratio.words(), ratio.ratio(),
                ratio.aim(), ratio.holds() ? "" : "   MISSED"));
    }

    private static String millis(double value) {
        return Double.isNaN(value) ? "" : "%.1f".formatted(value);
    }

    private static String cpu(Figure figure, String group) {
        var used = figure.cpuMillis().get(group);
        return used == null ? "" : "%.3f".formatted(used);
    }

    private List<Ratio> ratios() {
        return Stream.of(
                atLeast("straight to the functions / the bare server", figure(Part.STRAIGHT),
                        figure(Part.BARE_SERVER), 0.5),
                atLeast("end to end / the fastest bare loop", figure(Part.END_TO_END), fastestLoop(), 0.25),
                figure(Part.END_TO_END).map(Report::cpu),
                atLeast("one product / 3,600 products, straight", figure(Part.HOT), figure(Part.SPREAD), 0.25),
                atLeast("one product / 3,600 products, end to end", figure(Part.HOT_END_TO_END),
                        figure(Part.SPREAD_END_TO_END), 0.25)).flatMap(Optional::stream).toList();
    }

    private static Ratio cpu(Figure figure) {
        double cpu = figure.cpuMillis().get("functions") + figure.cpuMillis().get("broker");
        return new Ratio("CPU ms of an event end to end, functions and broker", cpu, "< 0.4", cpu < 0.4);
    }

    private static Optional<Ratio> atLeast(String words, Optional<Figure> ours, Optional<Figure> limit, double aim) {
        return ours.flatMap(figure -> limit.map(most -> figure.eventsPerSecond() / most.eventsPerSecond()))
                .map(ratio -> new Ratio(words, ratio, ">= " + aim, ratio >= aim));
    }

    private Optional<Figure> figure(Part part) {
        return Optional.ofNullable(figures.get(part));
    }

    private Optional<Figure> fastestLoop() {
        return figures.entrySet().stream().filter(entry -> entry.getKey().isBareLoop()).map(Map.Entry::getValue)
                .max(Comparator.comparingDouble(Figure::eventsPerSecond));
    }

    /** All figures and ratios as JSON. */
    void write(Path file) throws IOException {
        Map<String, Object> parts = new LinkedHashMap<>();
        figures.forEach((part, figure) -> parts.put(part.words(), figure));
        Files.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(Map.of("figures", parts, "ratios", ratios())));
    }
}
