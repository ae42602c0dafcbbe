package dev.cartwright.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The histories of a lane that wait to be folded: each fold takes all that wait, so that load makes folds larger.
 * Thread-safe.
 */
final class RefoldQueue {

    private static final int SUBJECTS_AT_ONCE = 256;

    private final Deque<Work> waiting = new ArrayDeque<>();
    private final Executor beside;
    private final int atOnce;
    private final Consumer<List<Work>> fold;
    private int folds;

    /**
     * @param atOnce how many folds may be under way, so that a short history does not wait for a long one
     * @param fold folds some; never throws
     */
    RefoldQueue(Executor beside, int atOnce, Consumer<List<Work>> fold) {
        this.beside = beside;
        this.atOnce = atOnce;
        this.fold = fold;
    }

    /** Throws {@link RejectedExecutionException} where nothing is folded any more. */
    void add(List<Work> works) {
        if (enqueue(works)) {
            beside.execute(this::run);
        }
    }

    private synchronized boolean enqueue(List<Work> works) {
        waiting.addAll(works);
        boolean another = folds < atOnce && !waiting.isEmpty();
        folds += another ? 1 : 0;
        return another;
    }

    private void run() {
        var some = take();
        if (!some.isEmpty()) {
            fold.accept(some);
        }
        goOn();
    }

    private synchronized List<Work> take() {
        List<Work> taken = new ArrayList<>();
        while (!waiting.isEmpty() && taken.size() < SUBJECTS_AT_ONCE) {
            taken.add(waiting.removeFirst());
        }
        return taken;
    }

    /** After the turn of the other lanes. */
    private void goOn() {
        if (isMoreToDo()) {
            try {
                beside.execute(this::run);
            } catch (RejectedExecutionException ending) {
                // Whoever brought the events brings them to another instance.
            }
        }
    }

    private synchronized boolean isMoreToDo() {
        folds -= waiting.isEmpty() ? 1 : 0;
        return !waiting.isEmpty();
    }
}
