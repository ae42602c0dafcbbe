package dev.cartwright.runtime.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Runs tasks one at a time, in an order and at virtual times that a seed decides: the same seed, the same run. A task
 * goes on until it pauses.
 */
final class Simulator {

    /** Ends a task where it stands, as a crash does. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final int MAX_TURNS = 200_000;

    private final class Task {
        final String name;
        final Semaphore turn = new Semaphore(0);
        long wakesAt;
        boolean done;
        Throwable failure;

        Task(String name) {
            this.name = name;
        }
    }

    final Random random;
    private final Semaphore yielded = new Semaphore(0);
    private final List<Task> tasks = new ArrayList<>();
    private Task running;
    private long now;

    Simulator(long seed) {
        this.random = new Random(seed);
    }

    long now() {
        return now;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    Duration upTo(Duration most) {
        return Duration.ofNanos((long) (random.nextDouble() * most.toNanos()));
    }

    void start(String name, Runnable work) {
        var task = new Task(name);
        tasks.add(task);
        var thread = new Thread(() -> {
            task.turn.acquireUninterruptibly();
            try {
                work.run();
            } catch (Crash crash) {
                // As intended.
            } catch (Throwable failure) {
                task.failure = failure;
            }
            task.done = true;
            yielded.release();
        }, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets the others go on for this long at least. */
    void pause(Duration time) {
        var task = running;
        task.wakesAt = now + time.toNanos();
        yielded.release();
        task.turn.acquireUninterruptibly();
    }

    /** Runs until all tasks have ended. */
    void run() {
        for (int turns = 0; !tasks.isEmpty(); turns++) {
            if (turns > MAX_TURNS) {
                throw new AssertionError("no end in sight: " + tasks.stream().map(task -> task.name).toList());
            }
            running = next();
            now = Math.max(now + 1000, running.wakesAt);
            running.turn.release();
            yielded.acquireUninterruptibly();
            if (running.done) {
                tasks.remove(running);
                rethrow(running.failure);
            }
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** Any of those that are due; else the one that wakes first. */
    private Task next() {
        var due = tasks.stream().filter(task -> task.wakesAt <= now).toList();
        if (!due.isEmpty()) {
            return due.get(random.nextInt(due.size()));
        }
        return tasks.stream().min((a, b) -> Long.compare(a.wakesAt, b.wakesAt)).orElseThrow();
    }
}
