package dev.cartwright.views;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How far back a view looks, by the time when things happened, and in which steps where it tells of each. */
enum Window {
    HOUR(Duration.ofHours(1), Duration.ofSeconds(10)),
    DAY(Duration.ofDays(1), Duration.ofMinutes(5));

    private final Duration length;
    private final Duration step;

    Window(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    static Window of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(window -> window.name().toLowerCase(Locale.ROOT)).toList();
    }

    Instant before(Instant now) {
        return now.minus(length);
    }

    /** When the minutes began that began within it, the latest first. */
    List<Instant> minutes(Instant now) {
        var from = before(now);
        return Stream.iterate(now.truncatedTo(ChronoUnit.MINUTES), minute -> !minute.isBefore(from),
                minute -> minute.minus(1, ChronoUnit.MINUTES)).toList();
    }

    /** The number of the step that this time is in. */
    long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), step.toSeconds());
    }

    Instant begins(long number) {
        return Instant.ofEpochSecond(number * step.toSeconds());
    }

    Instant middle(long number) {
        return begins(number).plus(step.dividedBy(2));
    }
}
