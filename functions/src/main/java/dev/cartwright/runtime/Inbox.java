package dev.cartwright.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What waits for a lane; deliveries of a subject that is being folded wait aside until it is free. Thread-safe. */
final class Inbox {

    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Map<String, Deque<Job>> heldBack = new HashMap<>();
    private int aside;

    synchronized void add(Job job) {
        waiting.addLast(job);
        notifyAll();
    }

    /** How many wait, those aside included. */
    synchronized int size() {
        return waiting.size() + aside;
    }

    synchronized void addFirst(List<Job> jobs) {
        for (int i = jobs.size() - 1; i >= 0; i--) {
            waiting.addFirst(jobs.get(i));
        }
        notifyAll();
    }

    /** At most {@code limit} jobs, as soon as there is one; none where the wait is over before. */
    synchronized List<Job> take(int limit, Duration wait) throws InterruptedException {
        if (waiting.isEmpty() && !wait.isZero()) {
            wait(wait.toMillis());
        }
        List<Job> taken = new ArrayList<>();
        while (taken.size() < limit && !waiting.isEmpty()) {
            var job = waiting.removeFirst();
            var held = heldBack.get(job.key.subject());
            if (held != null) {
                held.addLast(job);
                aside++;
            } else if (!job.done.isDone()) {
                taken.add(job);
            }
        }
        return taken;
    }

    /** From now on the subject's jobs wait aside. */
    synchronized void hold(String subject) {
        heldBack.put(subject, new ArrayDeque<>());
    }

    /** The subject's jobs are next. */
    synchronized void free(String subject) {
        var held = heldBack.remove(subject);
        aside -= held.size();
        addFirst(List.copyOf(held));
    }

    synchronized List<Job> drain() {
        List<Job> all = new ArrayList<>(waiting);
        heldBack.values().forEach(all::addAll);
        waiting.clear();
        heldBack.values().forEach(Deque::clear);
        aside = 0;
        return all;
    }
}
