package dev.cartwright.runtime;

/** What became of a delivery that is acknowledged. */
public enum Outcome {
    /** Its rules ran. */
    APPLIED,
    /** It had been processed before. */
    DUPLICATE,
    /** A rule dropped it on purpose. */
    DISCARDED,
    /** It can never succeed; its dead letter went out. */
    DEAD_LETTERED
}
