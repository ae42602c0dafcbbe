package dev.cartwright.operations;

import java.util.Locale;

/** How much of a service is concerned, from little to all. */
enum Impact {
    MINOR, MAJOR, CRITICAL;

    /** @param instances how many the service has */
    static Impact of(Severity severity, int concerned, int instances) {
        if (severity == Severity.WARNING || concerned * 2 < instances) {
            return MINOR;
        }
        return concerned < instances ? MAJOR : CRITICAL;
    }

    /** As events have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
