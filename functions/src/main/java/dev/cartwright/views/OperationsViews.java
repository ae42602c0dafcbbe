package dev.cartwright.views;

import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.LatestEvents;
import dev.cartwright.runtime.SubjectReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What can be asked of the shop's operations. */
public final class OperationsViews {

    private OperationsViews() {}

    /**
     * How old may be what changes rarely.
     *
     * @param days of services
     * @param samples of instances
     */
    public record Ages(Duration days, Duration samples) {}

    public static List<View> of(SubjectReader subjects, EventLog log, LatestEvents latest, Ages ages,
            Supplier<Instant> clock) {
        var estate = new Estate(subjects);
        return List.of(new Services(estate, new Days(subjects, ages.days())), new Incidents(estate),
                new Alerts(estate), new Activities(estate), new Latest(latest),
                new Performance(estate, window -> new Histories(log, window, ages.samples(), clock)));
    }
}
