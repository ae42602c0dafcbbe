package dev.cartwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Writes what the rules led to, in batches of one size, by four threads, and does nothing else. */
final class BareLoop {

    private static final int THREADS = 4;

    private final List<List<Prepared>> shares;
    private final int batch;
    private final Window window;

    BareLoop(List<Prepared> events, int batch, Window window) {
        this.shares = IntStream.range(0, THREADS).<List<Prepared>>mapToObj(i -> new ArrayList<>()).toList();
        events.forEach(event -> shares.get(Math.floorMod(event.subject().hashCode(), THREADS)).add(event));
        this.batch = batch;
        this.window = window;
    }

    Figure run(StoreClients clients) {
        var threads = shares.stream()
                .map(share -> CompletableFuture.runAsync(() -> write(share, clients.commit()), this::start)).toList();
        threads.forEach(CompletableFuture::join);
        return window.figure();
    }

    private void start(Runnable task) {
        new Thread(task, "bare-loop").start();
    }

    private void write(List<Prepared> share, BareCommit commit) {
        for (int from = 0; from < share.size() && !window.isOver(); from += batch) {
            var some = share.subList(from, Math.min(share.size(), from + batch));
            long start = System.nanoTime();
            commit.commit(some);
            long took = System.nanoTime() - start;
            some.forEach(event -> window.took(took));
            window.completed(some.size());
        }
        // why: with fewer threads than at first it would be another load.
        window.figure();
    }
}
