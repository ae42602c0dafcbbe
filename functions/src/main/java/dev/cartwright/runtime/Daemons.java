package dev.cartwright.runtime;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Threads that keep no instance from ending. */
public final class Daemons {

    private Daemons() {}

    public static Thread thread(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Forgets what is cancelled. */
    public static ScheduledThreadPoolExecutor executor(int threads, String name) {
        var executor = new ScheduledThreadPoolExecutor(threads, task -> thread(name, task));
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
