package dev.cartwright.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What can be asked of many subjects at once. Thread-safe. */
public interface View {

    String name();

    /** The values that each parameter may have, the usual one first. */
    default Map<String, List<String>> parameters() {
        return Map.of();
    }

    /** Whether whoever has an identity may read it, and not only services and operators. */
    default boolean isPublic(Map<String, String> parameters) {
        return false;
    }

    /** How many rows are told to whoever does not say how many. */
    default int usualLimit() {
        return 50;
    }

    /** How many rows are told to whoever watches. */
    default int liveLimit() {
        return usualLimit();
    }

    /** Whoever watches is told the newest rows, wherever they stand. */
    default boolean isOldestFirst() {
        return false;
    }

    /** All rows as of now; each parameter has one of its values. */
    List<?> rows(Map<String, String> parameters, Instant now);
}
