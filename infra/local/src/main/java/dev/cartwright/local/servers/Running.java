package dev.cartwright.local.servers;

import java.util.concurrent.CompletableFuture;

/** A process that was started here; closing it ends the process. */
public interface Running extends AutoCloseable {
    long pid();

    boolean isAlive();

    /** Completes with the exit code when the process has ended, for whatever reason. */
    CompletableFuture<Integer> onExit();

    @Override
    void close();
}
