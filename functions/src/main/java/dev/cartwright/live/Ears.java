package dev.cartwright.live;

import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The one connection of an instance on which all that it watches is heard; made when it is first wanted, and made again
 * whenever it breaks. Thread-safe.
 */
final class Ears implements AutoCloseable {

    /** The hub, as the ears know it. */
    interface Hub extends Subscription.Receiver {

        Collection<String> wanted();

        boolean isWanted(String channel);

        /** Nothing is heard any more. */
        void disconnected();
    }

    private static final Logger LOG = Logger.getLogger(Ears.class);

    private final LiveStore store;
    private final Hub hub;
    private final Duration deadline;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch firstWanted = new CountDownLatch(1);
    private final Thread listener = Daemons.thread("live-ears", this::run);
    /** Whatever writes to the connection, which a hung server may block. */
    private final ScheduledThreadPoolExecutor writer = Daemons.executor(1, "live-subscriber");
    private final ScheduledThreadPoolExecutor guard = Daemons.executor(1, "live-guard");
    private volatile Session session;
    private volatile boolean closed;

    Ears(LiveStore store, Hub hub, Duration deadline) {
        this.store = store;
        this.hub = hub;
        this.deadline = deadline;
    }

    void start() {
        listener.start();
        long often = deadline.toMillis() / 2;
        guard.scheduleWithFixedDelay(this::guard, often, often, TimeUnit.MILLISECONDS);
    }

    /** The channel has gained its first, or lost its last watcher. */
    void changed(String channel) {
        firstWanted.countDown();
        changed(session, List.of(channel));
    }

    private void changed(Session to, Collection<String> channels) {
        if (to != null && to.change(channels)) {
            write(to, to::settle);
        }
    }

    private void write(Session to, Runnable command) {
        try {
            writer.execute(() -> {
                try {
                    command.run();
                } catch (Unavailable broken) {
                    to.subscription.close();
                }
            });
        } catch (RejectedExecutionException ending) {
            LOG.debug("Nothing is subscribed to any more");
        }
    }

    private void run() {
        try {
            firstWanted.await();
            while (!closed) {
                listen();
                hub.disconnected();
                Thread.sleep(backoff.next().toMillis());
            }
        } catch (InterruptedException ending) {
            LOG.debug("Nothing is listened to any more");
        }
    }

    private void listen() {
        try (var subscription = store.connect()) {
            var mine = new Session(subscription, hub::isWanted, hub::subscribed);
            subscription.listen(new Connected(mine));
        } catch (Unavailable away) {
            LOG.debug("Nothing is heard while the store is away", away);
        } catch (RuntimeException bug) {
            LOG.error("Listening failed", bug);
        } finally {
            session = null;
        }
    }

    private final class Connected implements Subscription.Receiver {

        private final Session mine;

        Connected(Session mine) {
            this.mine = mine;
        }

        @Override
        public void connected() {
            session = mine;
            backoff.reset();
            changed(mine, hub.wanted());
        }

        @Override
        public void subscribed(String channel) {
            hub.subscribed(channel);
        }

        @Override
        public void heard(Frame frame) {
            hub.heard(frame);
        }
    }

    private void guard() {
        var now = session;
        if (now == null) {
            return;
        }
        if (System.nanoTime() - now.subscription.heardAt() > deadline.plus(deadline).toNanos()) {
            LOG.debug("The connection to the store is silent");
            now.subscription.close();
        } else {
            write(now, now.subscription::ping);
        }
    }

    @Override
    public void close() {
        closed = true;
        guard.shutdownNow();
        writer.shutdownNow();
        listener.interrupt();
        var last = session;
        if (last != null) {
            last.subscription.close();
        }
    }
}
