package dev.cartwright.system;

/** What a running system's broker tells of its work; thread-safe. */
interface Broker extends AutoCloseable {

    /** How many events and follow-ups the functions have acknowledged since the start. */
    long acknowledged();

    /** True when all that was published is acknowledged, as far as one can tell. */
    boolean isDrained();

    @Override
    void close();
}
