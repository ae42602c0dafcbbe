package dev.cartwright.local.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The queues of all subjects with events, and the line of those that may be sent from; for one thread. */
final class SubjectQueues {
    private final Map<String, SubjectQueue> queues = new HashMap<>();
    private final Deque<SubjectQueue> ready = new ArrayDeque<>();

    void add(Delivery delivery) {
        var queue = queues.get(delivery.subject());
        if (queue == null) {
            queue = new SubjectQueue(delivery.subject());
            queues.put(queue.subject(), queue);
            ready.addLast(queue);
        }
        queue.add(delivery);
    }

    /** The subject whose turn it is, or null; it is not ready again before it is released. */
    SubjectQueue next() {
        return ready.pollFirst();
    }

    void release(SubjectQueue queue) {
        if (queue.isEmpty()) {
            queues.remove(queue.subject());
        } else {
            ready.addLast(queue);
        }
    }
}
