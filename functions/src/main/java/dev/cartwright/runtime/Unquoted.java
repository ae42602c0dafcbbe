package dev.cartwright.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** A failure as it may be logged: where it happened and of which class, without messages, which may quote people. */
public final class Unquoted extends Exception {

    private static final long serialVersionUID = 1L;

    private Unquoted(Throwable failure, Unquoted cause) {
        super(failure.getClass().getName(), cause);
        setStackTrace(failure.getStackTrace());
    }

    public static Unquoted of(Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Causes may run in a circle. */
    private static Unquoted of(Throwable failure, Set<Throwable> seen) {
        return failure == null || !seen.add(failure) ? null : new Unquoted(failure, of(failure.getCause(), seen));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
