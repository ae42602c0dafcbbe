package dev.cartwright.runtime.memory;

import dev.cartwright.runtime.Publisher;
import java.util.ArrayList;
import java.util.List;

/** A broker in memory that keeps what it was sent. */
public final class InMemoryPublisher implements Publisher {

    private final List<Publication> published = new ArrayList<>();

    @Override
    public synchronized void publish(List<Publication> publications) {
        published.addAll(publications);
    }

    /** All that was published so far, in order. */
    public synchronized List<Publication> published() {
        return List.copyOf(published);
    }
}
