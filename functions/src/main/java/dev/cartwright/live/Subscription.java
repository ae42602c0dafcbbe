package dev.cartwright.live;

import java.util.Collection;

/**
 * A connection on which the messages of channels are heard. Thread-safe. What fails throws
 * {@link dev.cartwright.runtime.Unavailable}, and then the connection is of no use any more.
 */
public interface Subscription extends AutoCloseable {

    /** Who is told what is heard, on the thread that listens. */
    interface Receiver {

        /** The connection stands. */
        void connected();

        /** From here on every message of the channel is heard. */
        void subscribed(String channel);

        void heard(Frame frame);
    }

    /** Listens until the connection ends, which it always does by an exception. */
    void listen(Receiver receiver);

    void subscribe(Collection<String> channels);

    void unsubscribe(Collection<String> channels);

    /** Has the other side say something. */
    void ping();

    /** When something was heard last, by {@link System#nanoTime()}. */
    long heardAt();

    /** Ends the connection, whatever it is just doing. */
    @Override
    void close();
}
