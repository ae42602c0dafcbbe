package dev.cartwright.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds subjects in the log, a few at a time. Thread-safe. Every call reads no more than some keys of rows, and ends
 * within the deadline of one RPC, or throws {@link Unavailable}.
 */
public interface SubjectFinder {

    /** Where a search begins. */
    String START = "";

    /**
     * Some subjects, each once in a whole search.
     *
     * @param next where the search goes on, maybe at another instance; empty at its end
     */
    record Found(List<String> subjects, Optional<String> next) {}

    /**
     * Finds subjects of a kind that have an event since then.
     *
     * @param from {@link #START}, or what the last call said
     */
    Found find(String kind, Instant since, String from);
}
