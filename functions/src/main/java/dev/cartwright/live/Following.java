package dev.cartwright.live;

/** Somebody's watching of a channel, until it is closed. Thread-safe. */
public interface Following extends AutoCloseable {

    /** No call of the listener begins after it; closing again does nothing. Never blocks. */
    @Override
    void close();
}
