package dev.cartwright.runtime;

import java.util.Map;
import java.util.TreeMap;

/** Some of what was to be published may not be durable; all else is. */
public final class NotAllPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<Integer, RuntimeException> failures;

    public NotAllPublished(Map<Integer, RuntimeException> failures) {
        super(failures.size() + " events were not published", failures.values().iterator().next());
        this.failures = new TreeMap<>(failures);
    }

    /** By places in the list that was to be published: {@link Unavailable}, or {@link Refused}. */
    public Map<Integer, RuntimeException> failures() {
        return failures;
    }
}
