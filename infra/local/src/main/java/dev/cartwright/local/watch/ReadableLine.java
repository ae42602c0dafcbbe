package dev.cartwright.local.watch;

import dev.cartwright.local.broker.Published;

/** An event on one line that a person can read. */
final class ReadableLine {
    private ReadableLine() {
    }

    static String of(Published event) {
        var cause = event.attribute("causationid");
        return "%s  %-26s %-20s %s%s  %s".formatted(event.attribute("time"), event.attribute("type"),
            event.attribute("subject"), event.attribute("id"), cause.isEmpty() ? "" : " <- " + cause,
            event.data().replaceAll("\\s*[\\r\\n]+\\s*", " "));
    }
}
