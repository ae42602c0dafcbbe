package dev.cartwright.runtime;

/** A broker that is a service of its own, which keeps what nobody has received yet. Thread-safe. */
public interface RemotePublisher extends IngestPublisher, AutoCloseable {

    /** Throws {@link Unavailable} where it does not answer, and says so within a second or two. */
    void ping();

    @Override
    void close();
}
