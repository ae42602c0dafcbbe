package dev.cartwright.runtime;

import java.time.Instant;

/** Remembers for a day which time an event got that was sent without one. Thread-safe. */
public interface Stamps {

    /** The candidate where this source and id come for the first time, else what was the candidate then. */
    Instant firstStamp(String source, String id, Instant candidate);
}
