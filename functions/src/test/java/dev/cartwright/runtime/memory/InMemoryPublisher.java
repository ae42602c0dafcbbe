package dev.cartwright.runtime.memory;

import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A broker in memory that keeps what it was sent. */
public final class InMemoryPublisher implements Publisher {

    private final List<Publication> published = new ArrayList<>();
    private Function<Publication, RuntimeException> failure = publication -> null;

    /** From now on it does not take those for which there is a failure. */
    public synchronized void failing(Function<Publication, RuntimeException> why) {
        failure = why;
    }

    @Override
    public synchronized void publish(List<Publication> publications) {
        Map<Integer, RuntimeException> failures = new TreeMap<>();
        for (int place = 0; place < publications.size(); place++) {
            var why = failure.apply(publications.get(place));
            if (why == null) {
                published.add(publications.get(place));
            } else {
                failures.put(place, why);
            }
        }
        if (!failures.isEmpty()) {
            throw new NotAllPublished(failures);
        }
    }

    /** All that was published so far, in order. */
    public synchronized List<Publication> published() {
        return List.copyOf(published);
    }
}
