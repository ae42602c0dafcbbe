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

    private List<EventLog.Published> marks = new ArrayList<>();

    synchronized void add(Collection<EventLog.Published> published) {
        if (marks.size() + published.size() <= MAX) {
            marks.addAll(published);
        }
    }

    synchronized List<EventLog.Published> take() {
        var taken = marks;
        marks = new ArrayList<>();
        return taken;
    }

    synchronized boolean isEmpty() {
        return marks.isEmpty();
    }
}
