package dev.cartwright.runtime;

import java.util.List;

/**
 * The last events that passed, of all instances together; no more than some, which may be lost at any time.
 * Thread-safe. A call that fails throws {@link Unavailable}.
 */
public interface LatestEvents {

    /** How many are kept. */
    int MOST = 200;

    /** Puts these before all others, the last of them first. */
    void add(List<String> events);

    /** Those that are kept, the newest first. */
    List<String> newest();
}
