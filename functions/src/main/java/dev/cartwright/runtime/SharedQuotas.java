package dev.cartwright.runtime;

/** What clients have used with all instances together. May be slow, or away. */
public interface SharedQuotas {

    /**
     * Counts what was used, be it more than was left, and returns what is left then: below zero where it was more.
     * Throws {@link Unavailable} where nobody can tell, and then it may or may not have been counted.
     */
    long use(Quota quota, String client, long amount);
}
