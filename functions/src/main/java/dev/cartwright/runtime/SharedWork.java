package dev.cartwright.runtime;

import java.util.Optional;

/**
 * Work that one instance does for all: whoever takes it over goes on from what was reached. Where an instance says
 * nothing for a minute, another may take the work. Thread-safe. A call that fails throws {@link Unavailable}.
 */
public interface SharedWork {

    /** What was reached last, "" at the beginning; empty where another instance is at it. */
    Optional<String> take(String work, String instance);

    /** Notes what was reached; false where the instance has the work no more: then it stops. */
    boolean reached(String work, String instance, String what);

    /** Whoever takes it next begins anew. */
    void done(String work, String instance);
}
