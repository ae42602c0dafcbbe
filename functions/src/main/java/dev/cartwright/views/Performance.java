package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.operations.Activity;
import dev.cartwright.operations.Service;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What services did and took, step by step, the oldest first. */
final class Performance extends OperationsView {

    static final String NAME = "performance";

    private static final int MOST = 10_000;
    /** A message must not be more than may wait for a watcher. */
    private static final int MOST_LIVE = 600;
    private static final int MOST_INSTANCES = 50;

    private final Estate estate;
    private final Map<Window, Histories> histories = new EnumMap<>(Window.class);

    Performance(Estate estate, Function<Window, Histories> histories) {
        super(NAME);
        this.estate = estate;
        for (var window : Window.values()) {
            this.histories.put(window, histories.apply(window));
        }
    }

    /** A step of a service, by the time when it began; null what nobody knows of it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(String time, String service, Double eventsPerS, Double requestsPerS, Double errorsPerS, Double meanMs,
            Long p50Ms, Long p95Ms, Long p99Ms, Double responseMs, Double bytesInPerS, Double bytesOutPerS,
            Double cpuPercent, Double memoryMb, Long laneDepth, Double redisMs, Double bigtableMs) {

        static Row of(Instant time, String service, Totals all) {
            return new Row(Rfc3339.format(time), service, all.perSecond(Measure.EVENTS),
                    all.perSecond(Measure.REQUESTS), all.perSecond(Measure.ERRORS),
                    all.share(Measure.TOOK_MS, Measure.EVENTS), all.most(Measure.P50_MS), all.most(Measure.P95_MS),
                    all.most(Measure.P99_MS), all.share(Measure.ANSWERED_MS, Measure.REQUESTS),
                    all.perSecond(Measure.BYTES_IN), all.perSecond(Measure.BYTES_OUT), all.mean(Measure.CPU_PERCENT),
                    all.mean(Measure.MEMORY_MB), all.most(Measure.LANE_DEPTH), all.mean(Measure.REDIS_MS),
                    all.mean(Measure.BIGTABLE_MS));
        }
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of("window", Window.names());
    }

    @Override
    public int usualLimit() {
        return MOST;
    }

    @Override
    public int liveLimit() {
        return MOST_LIVE;
    }

    @Override
    public boolean isOldestFirst() {
        return true;
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        var window = Window.of(parameters.get("window"));
        var instances = new TreeMap<String, List<String>>();
        estate.services().forEach((name, service) -> instances.put(name, instances(service, window.before(now))));
        var steps = histories.get(window).read(instances.values().stream().flatMap(List::stream).toList(), now);
        List<Row> rows = new ArrayList<>();
        instances.forEach((service, own) -> rows.addAll(rows(window, service,
                own.stream().map(steps::get).filter(Objects::nonNull).toList(), window.step(now))));
        rows.sort(Comparator.comparing(Row::time));
        return rows;
    }

    /** Those that work and those that did. */
    private static List<String> instances(State service, Instant from) {
        var since = Rfc3339.format(from);
        var past = service.get(Service.ACTIVITY).orElse(List.of()).stream()
                .filter(activity -> activity.time().compareTo(since) >= 0).map(Activity::instance)
                .filter(Objects::nonNull);
        return Stream.concat(service.get(Service.INSTANCES).orElse(Map.of()).keySet().stream(), past).distinct()
                .limit(MOST_INSTANCES).toList();
    }

    /** All steps from the first that is known on, those without a sample, too; the last one is not over yet. */
    private static List<Row> rows(Window window, String service, Collection<? extends Map<Long, Totals>> instances,
            long last) {
        var first = instances.stream().flatMap(steps -> steps.keySet().stream()).min(Comparator.naturalOrder());
        return first.map(begin -> LongStream.range(begin, last).mapToObj(step -> Row.of(window.begins(step), service,
                Totals.of(instances.stream().map(steps -> steps.get(step)).filter(Objects::nonNull).toList())))
                .toList()).orElse(List.of());
    }
}
