package dev.cartwright.redis;

import dev.cartwright.runtime.OutcomeFeed.Awaited;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A bounded number of those who wait for outcomes, and whether anybody reads for them. Thread-safe. */
final class Waiters {

    private record Waiter(CompletableFuture<Void> following, CompletableFuture<Optional<CloudEvent>> first) {

        void giveUp() {
            first.complete(Optional.empty());
        }
    }

    private final int limit;
    private final Map<String, List<Waiter>> byCause = new HashMap<>();
    private int waiting;
    private boolean followed;
    private boolean closed;

    Waiters(int limit) {
        this.limit = limit;
    }

    Awaited add(String cause, Duration wait) {
        var waiter = new Waiter(new CompletableFuture<>(), new CompletableFuture<>());
        // Whoever has given up must not keep the event from being published.
        waiter.first.whenComplete((outcome, never) -> waiter.following.complete(null));
        if (admit(cause, waiter)) {
            waiter.first.completeOnTimeout(Optional.empty(), wait.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((outcome, never) -> remove(cause, waiter));
        } else {
            waiter.giveUp();
        }
        return new Awaited(waiter.following, waiter.first);
    }

    private synchronized boolean admit(String cause, Waiter waiter) {
        if (closed || waiting >= limit) {
            return false;
        }
        byCause.computeIfAbsent(cause, c -> new ArrayList<>()).add(waiter);
        waiting++;
        if (followed) {
            waiter.following.complete(null);
        }
        notifyAll();
        return true;
    }

    private synchronized void remove(String cause, Waiter waiter) {
        var those = byCause.get(cause);
        those.remove(waiter);
        waiting--;
        if (those.isEmpty()) {
            byCause.remove(cause);
        }
    }

    /** Returns when somebody waits; false where nobody will any more. */
    synchronized boolean awaitOne() throws InterruptedException {
        while (waiting == 0 && !closed) {
            wait();
        }
        return !closed;
    }

    /** From here on, all that is published is read. */
    void follow() {
        List<Waiter> all;
        synchronized (this) {
            followed = true;
            all = all();
        }
        all.forEach(waiter -> waiter.following.complete(null));
    }

    /** True while somebody waits; after false, whoever comes must be followed for anew. */
    synchronized boolean goOn() {
        followed = waiting > 0 && !closed;
        return followed;
    }

    void tell(String cause, Supplier<CloudEvent> outcome) {
        List<Waiter> those;
        synchronized (this) {
            those = List.copyOf(byCause.getOrDefault(cause, List.of()));
        }
        if (!those.isEmpty()) {
            var event = Optional.of(outcome.get());
            those.forEach(waiter -> waiter.first.complete(event));
        }
    }

    /** Ends all waiting without an outcome. */
    void giveUp() {
        List<Waiter> all;
        synchronized (this) {
            followed = false;
            all = all();
        }
        all.forEach(Waiter::giveUp);
    }

    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        giveUp();
    }

    private List<Waiter> all() {
        return byCause.values().stream().flatMap(List::stream).toList();
    }
}
