package dev.cartwright.runtime;

/** What is needed is away, busy or too slow just now: the sender tries again later. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** More waits than the lane holds: 429. */
        LANE_FULL,
        /** A store or the broker does not answer: 503. */
        STORE_AWAY,
        /** Other instances were faster each time: 503. */
        CONTENDED,
        /** While rules change, one rule set at a time serves a subject: 503. */
        OTHER_RULES,
        /** The instance is ending: 503. */
        STOPPING
    }

    private final Reason reason;

    public Unavailable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Unavailable(Reason reason, String message) {
        this(reason, message, null);
    }

    public Reason reason() {
        return reason;
    }
}
