package dev.cartwright.local.broker;

import java.util.List;

/** Reads along with what is published, without taking anything from the functions; for one thread. */
public interface Tail extends AutoCloseable {
    /** Waits a moment for further events. */
    List<Published> next();

    @Override
    void close();
}
