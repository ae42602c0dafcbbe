package dev.cartwright.live;

import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.Unavailable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has channels read, each by one thread at a time, and again as long as that fails. Thread-safe. */
final class Readings implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Readings.class);
    private static final int THREADS = 4;

    private enum Stage { WAITING, UNDER_WAY, AGAIN }

    private final ChannelReader reader;
    private final ScheduledThreadPoolExecutor threads = Daemons.executor(THREADS, "live-reader");
    private final Map<Channel, Stage> stages = new ConcurrentHashMap<>();

    Readings(ChannelReader reader) {
        this.reader = reader;
    }

    /** Has the channel read after this call has begun. */
    void request(Channel channel) {
        var stage = stages.compute(channel, (c, now) ->
                now == null ? Stage.WAITING : now == Stage.UNDER_WAY ? Stage.AGAIN : now);
        if (stage == Stage.WAITING) {
            schedule(channel, 0);
        }
    }

    private void schedule(Channel channel, long millis) {
        try {
            threads.schedule(() -> read(channel), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            LOG.debug("No channel is read any more");
        }
    }

    private void read(Channel channel) {
        stages.put(channel, Stage.UNDER_WAY);
        if (readGuarded(channel)) {
            channel.backoff.reset();
            if (!stages.remove(channel, Stage.UNDER_WAY)) {
                again(channel, 0);
            }
        } else {
            again(channel, channel.backoff.next().toMillis());
        }
    }

    private void again(Channel channel, long millis) {
        stages.put(channel, Stage.WAITING);
        schedule(channel, millis);
    }

    /** False where the channel is to be read again. */
    private boolean readGuarded(Channel channel) {
        try {
            return reader.read(channel);
        } catch (Unavailable away) {
            LOG.debugf(away, "%s cannot be read now", channel.name);
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "%s cannot be read", channel.name);
        }
        channel.giveUpReading();
        return false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
