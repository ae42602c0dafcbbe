package dev.cartwright.live;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Threads that keep no instance from ending. */
final class Daemons {

    private Daemons() {}

    static Thread thread(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    static ScheduledThreadPoolExecutor executor(int threads, String name) {
        var executor = new ScheduledThreadPoolExecutor(threads, task -> thread(name, task));
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
