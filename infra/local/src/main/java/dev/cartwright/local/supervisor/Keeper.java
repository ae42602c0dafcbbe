package dev.cartwright.local.supervisor;

import dev.cartwright.local.broker.Backoff;
import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.ServerStartException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps a process running: whenever it ends it is started again, after a wait that grows; thread-safe. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Keeper.class.getName());
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    // why: Ctrl-C reaches the children too, some of them before this process knows of it.
    private static final long GRACE_MILLIS = 300;
    private static final long STEADY_NANOS = Duration.ofSeconds(30).toNanos();

    private final String name;
    private final Supplier<? extends ChildProcess> starter;
    private ChildProcess process;
    private boolean closed;
    private int failures;
    private long started;

    private Keeper(String name, Supplier<? extends ChildProcess> starter) {
        this.name = name;
        this.starter = starter;
    }

    /** Starts the process; only this first start may fail. */
    static Keeper of(String name, Supplier<? extends ChildProcess> starter) {
        var keeper = new Keeper(name, starter);
        keeper.start();
        return keeper;
    }

    synchronized boolean hasFailed() {
        return failures > 0 || !process.isAlive();
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.close();
    }

    private synchronized void start() {
        process = starter.get();
        started = System.nanoTime();
        process.onExit().thenAccept(this::ended);
    }

    private synchronized void ended(int exitCode) {
        if (!closed) {
            failures = System.nanoTime() - started > STEADY_NANOS ? 1 : failures + 1;
            after(GRACE_MILLIS + BACKOFF.millis(failures)).execute(() -> restart(exitCode));
        }
    }

    private synchronized void restart(int exitCode) {
        if (closed) {
            return;
        }
        LOG.log(Level.WARNING, "{0} ended with exit code {1}: starting it again", name, exitCode);
        try {
            start();
        } catch (ServerStartException e) {
            LOG.log(Level.WARNING, e.getMessage());
            ended(exitCode);
        }
    }

    private static Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
