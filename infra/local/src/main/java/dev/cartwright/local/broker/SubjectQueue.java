package dev.cartwright.local.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The events of one subject that wait, in their order; those under way stay at its head until they are settled. */
final class SubjectQueue {
    private final String subject;
    private final Deque<Delivery> waiting = new ArrayDeque<>(2);
    private int oneByOne;
    private int failures;

    SubjectQueue(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(Delivery delivery) {
        waiting.addLast(delivery);
    }

    /** The events at the head that may go together. */
    List<Delivery> head() {
        if (waiting.size() == 1 || oneByOne > 0) {
            return List.of(waiting.getFirst());
        }
        var head = new ArrayList<Delivery>();
        int bytes = 0;
        for (var delivery : waiting) {
            bytes += delivery.bytes();
            if (head.size() == Limits.BATCH_EVENTS || bytes > Limits.BATCH_BYTES && !head.isEmpty()) {
                break;
            }
            head.add(delivery);
        }
        return head;
    }

    /** The events of the head are done with, but for some that stay in front. */
    void settle(int events, List<Delivery> left) {
        for (int i = 0; i < events; i++) {
            waiting.removeFirst();
        }
        for (int i = left.size() - 1; i >= 0; i--) {
            waiting.addFirst(left.get(i));
        }
        int settled = events - left.size();
        oneByOne = Math.max(0, oneByOne - settled);
        failures = settled > 0 ? 0 : failures;
    }

    /** Lets the next events go alone: together they were refused, and one of them is to blame. */
    void oneByOne(int events) {
        oneByOne = events;
    }

    int failed() {
        return ++failures;
    }
}
