package dev.cartwright.http.live;

import dev.cartwright.http.identity.Caller;
import dev.cartwright.live.Following;
import dev.cartwright.live.LiveMessage;
import dev.cartwright.live.LiveMessage.Kind;
import dev.cartwright.live.LiveSource;
import dev.cartwright.live.Offset;
import dev.cartwright.runtime.Unquoted;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** What one client is told, from its coming to its going. Everything is told on the client's own context. */
final class Stream {

    private static final Logger LOG = Logger.getLogger(Stream.class);
    /** More messages than these never wait between the feed's threads and the client's. */
    private static final int MAX_UNDER_WAY = 1024;

    private final Streams home;
    private final Caller caller;
    private final Watch watch;
    private final Ending ending;
    private final Context context;
    private final Outlet outlet;
    private final Offset[] offsets;
    private final List<Following> followings = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicReference<EndReason> ended = new AtomicReference<>();
    private volatile boolean over;
    private volatile long dueAt;
    private boolean moved;

    Stream(Streams home, Caller caller, Watch watch, Ending ending, Context context, Outlet outlet) {
        this.home = home;
        this.caller = caller;
        this.watch = watch;
        this.ending = ending;
        this.context = context;
        this.outlet = outlet;
        this.offsets = watch.channels().stream().map(channel -> channel.after().orElse(Offset.NONE))
                .toArray(Offset[]::new);
        this.dueAt = System.nanoTime() + home.heartbeatNanos();
    }

    Caller caller() {
        return caller;
    }

    /** Nothing is watched where this throws. */
    void follow(LiveSource source) {
        try {
            for (int i = 0; i < offsets.length; i++) {
                int channel = i;
                var asked = watch.channels().get(i);
                followings.add(source.follow(asked.name(), asked.after(), message -> hear(channel, message)));
            }
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** On a thread of the feed, which others wait for. */
    private void hear(int channel, LiveMessage message) {
        if (over) {
            return;
        }
        if (underWay.incrementAndGet() > MAX_UNDER_WAY) {
            end(EndReason.SLOW_CONSUMER);
            return;
        }
        try {
            var wording = home.wording(message);
            context.runOnContext(now -> {
                underWay.decrementAndGet();
                tell(channel, wording);
            });
        } catch (RuntimeException bug) {
            LOG.error("A live message cannot be written", Unquoted.of(bug));
            context.runOnContext(now -> abort());
        }
    }

    private void tell(int channel, Wording message) {
        if (over) {
            return;
        }
        offsets[channel] = message.offset();
        moved = true;
        if (message.kind() == Kind.CHANGE && !watch.filter().accepts(message)) {
            return;
        }
        if (outlet.isFull()) {
            end(EndReason.SLOW_CONSUMER);
            return;
        }
        outlet.tell(WatchReader.id(offsets), message);
        told();
        home.meters().told();
    }

    private void told() {
        moved = false;
        dueAt = System.nanoTime() + home.heartbeatNanos();
    }

    /** Time passes. On any thread. */
    void tick(long now) {
        if (over) {
            if (ended.get() != null && now - dueAt >= 0) {
                context.runOnContext(parted -> abort());
            }
        } else if (now - ending.atNanos() >= 0) {
            end(ending.reason());
        } else if (now - dueAt >= 0) {
            context.runOnContext(due -> heartbeat());
        }
    }

    private void heartbeat() {
        if (over || System.nanoTime() - dueAt < 0) {
            return;
        }
        if (outlet.isFull()) {
            end(EndReason.SLOW_CONSUMER);
            return;
        }
        // why the id: what a filter held back need not be gone through again by a client that comes back.
        outlet.heartbeat(moved ? WatchReader.id(offsets) : null);
        told();
    }

    /** Says why, and is cut off a little later if the client has not gone by then. On any thread. */
    void end(EndReason reason) {
        if (over || !ended.compareAndSet(null, reason)) {
            return;
        }
        context.runOnContext(now -> {
            if (!over) {
                dueAt = System.nanoTime() + home.partingNanos();
                stop();
                home.meters().ended(reason);
                outlet.end(reason, home.retryMillis()).onComplete(told -> gone());
            }
        });
    }

    private void abort() {
        outlet.abort();
        gone();
    }

    /** The connection is closed, whoever closed it, or has nothing to do with this stream any more. */
    void gone() {
        stop();
        home.forget(this);
    }

    private void stop() {
        over = true;
        followings.forEach(Following::close);
        followings.clear();
    }
}
