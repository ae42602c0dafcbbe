package dev.cartwright.live;

import java.util.Optional;
import java.util.function.Consumer;

/** Where channels can be watched: {@code kind/id} of a subject, {@code view/name} of a view. Thread-safe. */
public interface LiveSource extends AutoCloseable {

    /**
     * Watches a channel until the following is closed. The listener gets the state first, or what came after
     * {@code after} where the history still has it, or a reset with the state; then each change, in order, once. It is
     * called by one thread at a time, on a thread that serves others, too: it must not block. One that throws hears
     * nothing more. While the store is away nothing is told; when it is back, what was missed, or a reset.
     *
     * <p>Never blocks and never calls the listener itself.
     *
     * @throws dev.cartwright.runtime.Unavailable where more are watching than this instance serves
     */
    Following follow(String channel, Optional<Offset> after, Consumer<LiveMessage> listener);

    /** Nobody is told anything any more. */
    @Override
    void close();
}
