package dev.cartwright.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Rows whose follow-ups went out, until a write takes the marks along. Bounded and thread-safe; a mark that is lost
 * costs a needless fold when the event is delivered again, nothing else.
 */
final class PublishedMarks {

    private static final int MAX = 10_000;

    private List<RowKey> keys = new ArrayList<>();

    synchronized void add(Collection<RowKey> published) {
        if (keys.size() + published.size() <= MAX) {
            keys.addAll(published);
        }
    }

    synchronized List<RowKey> take() {
        var taken = keys;
        keys = new ArrayList<>();
        return taken;
    }

    synchronized boolean isEmpty() {
        return keys.isEmpty();
    }
}
