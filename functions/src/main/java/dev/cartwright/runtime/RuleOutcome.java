package dev.cartwright.runtime;

import java.util.Locale;

/** What a rule did with an event that it was tried on. */
public enum RuleOutcome {
    /** It took effect. */
    FIRED,
    /** One of its conditions did not hold. */
    STOPPED,
    /** It rejected the event, or threw. */
    FAILED;

    /** As meters have it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
