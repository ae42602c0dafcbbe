package dev.cartwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Commits what waits, all of it at once, in a thread of its own. Thread-safe. */
final class BareLane {

    private static final int MAX_BATCH = 256;

    private record Waiting(Prepared event, CompletableFuture<Void> done) {}

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final BareCommit commit;

    private BareLane(BareCommit commit) {
        this.commit = commit;
    }

    static BareLane start(BareCommit commit) {
        var lane = new BareLane(commit);
        var thread = new Thread(lane::run, "bare-lane");
        thread.setDaemon(true);
        thread.start();
        return lane;
    }

    CompletionStage<Void> submit(Prepared event) {
        var one = new Waiting(event, new CompletableFuture<>());
        waiting.add(one);
        return one.done;
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.add(waiting.take());
                waiting.drainTo(batch, MAX_BATCH - 1);
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Waiting> batch) {
        try {
            commit.commit(batch.stream().map(Waiting::event).toList());
            batch.forEach(one -> one.done.complete(null));
        } catch (RuntimeException e) {
            batch.forEach(one -> one.done.completeExceptionally(e));
        }
    }
}
