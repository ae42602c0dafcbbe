package dev.cartwright.local.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/** Keeps the stream at the length that those who look back need, once a second. */
final class Trimmer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Trimmer.class.getName());

    private final EventStream stream;
    private final long keep;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "broker-trimmer");
        thread.setDaemon(true);
        return thread;
    });

    Trimmer(EventStream stream, long keep) {
        this.stream = stream;
        this.keep = keep;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::trim, 1, 1, TimeUnit.SECONDS);
    }

    private void trim() {
        try {
            stream.trim(keep);
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "Not trimmed this time", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
