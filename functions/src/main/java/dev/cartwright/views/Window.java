package dev.cartwright.views;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far back a view looks, by the time when things happened. */
enum Window {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Window(Duration length) {
        this.length = length;
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
}
