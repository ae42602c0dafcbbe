package dev.cartwright.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands out requests, of each line one at a time and all lines in turn, as a broker that keeps order would. */
final class Feed {

    private final Map<String, Deque<Request>> lines = new HashMap<>();
    private final Deque<Deque<Request>> ready = new ArrayDeque<>();

    Feed(List<Request> requests) {
        for (var request : requests) {
            lines.computeIfAbsent(request.line(), this::newLine).addLast(request);
        }
    }

    private Deque<Request> newLine(String name) {
        var line = new ArrayDeque<Request>(2);
        ready.addLast(line);
        return line;
    }

    /** Null where none can be sent now. */
    Request next() {
        var line = ready.pollFirst();
        return line == null ? null : line.peekFirst();
    }

    /** It was accepted: its line goes on. */
    void accepted(Request request) {
        var line = lines.get(request.line());
        line.removeFirst();
        if (!line.isEmpty()) {
            ready.addLast(line);
        }
    }

    /** It is to be sent again. */
    void refused(Request request) {
        ready.addLast(lines.get(request.line()));
    }
}
