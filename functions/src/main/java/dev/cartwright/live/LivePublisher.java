package dev.cartwright.live;

/** Tells the watchers of views. Thread-safe. */
public interface LivePublisher extends AutoCloseable {

    /**
     * What {@link Views} answers for the view may be another now. Its watchers, on whatever instance, are told the
     * answer soon, but at most twice a second; where nobody watches, nothing is asked. Never blocks, never throws.
     *
     * @param view its name, without {@code view/}
     */
    void changed(String view);

    @Override
    void close();
}
