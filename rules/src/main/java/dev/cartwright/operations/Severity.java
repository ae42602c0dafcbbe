package dev.cartwright.operations;

import java.util.Locale;

/** How soon somebody should look. */
public enum Severity {
    /** At once, at night too. */
    CRITICAL,
    /** When there is time. */
    WARNING;

    /** As events have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
