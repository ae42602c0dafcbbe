package dev.cartwright.runtime;

import java.util.List;

/**
 * The last events that passed, of all instances together; no more than some, which may be lost at any time.
 * Thread-safe. A call that fails throws {@link Unavailable}.
 */
public interface LatestEvents {

    /** Puts these before all others, the last of them first. */
    void add(List<String> events);

    /** At most so many, the newest first. */
    List<String> newest(int limit);
}
