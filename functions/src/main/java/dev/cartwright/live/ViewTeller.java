package dev.cartwright.live;

import dev.cartwright.live.LiveStore.Turn;
import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.Unavailable;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells the watchers of views what they answer now. One instance at a time has the turn to tell of a view, so that an
 * answer never follows a newer one, and all of them together do not tell too often. Thread-safe.
 */
public final class ViewTeller implements LivePublisher {

    private static final Logger LOG = Logger.getLogger(ViewTeller.class);
    private static final long EVERY_MILLIS = 100;
    /** Views are few; whoever names more than this does not name views. */
    private static final int MAX_VIEWS = 1000;

    private final LiveStore store;
    private final ViewMessages views;
    private final String me = UUID.randomUUID().toString();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor teller = Daemons.executor(1, "live-views");

    private ViewTeller(LiveStore store, ViewMessages views) {
        this.store = store;
        this.views = views;
    }

    public static ViewTeller start(LiveStore store, ViewMessages views) {
        var teller = new ViewTeller(store, views);
        teller.teller.scheduleWithFixedDelay(teller::tell, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return teller;
    }

    @Override
    public void changed(String view) {
        if (changed.size() < MAX_VIEWS) {
            changed.add(view);
        }
    }

    private void tell() {
        for (var view : changed) {
            try {
                tell(view);
            } catch (Unavailable away) {
                // why kept: its watchers are told when the store is back.
                changed.add(view);
                LOG.debugf(away, "The view %s cannot be told now", view);
            } catch (RuntimeException bug) {
                LOG.errorf(bug, "The view %s cannot be told", view);
            }
        }
    }

    private void tell(String view) {
        var channel = ChannelReader.VIEW + view;
        var turn = store.takeTurn(channel, me);
        if (turn == Turn.LATER) {
            return;
        }
        // why before it is answered: what changes while it is, is told next time.
        changed.remove(view);
        if (turn == Turn.MINE && !store.tell(channel, me, views.message(view))) {
            changed.add(view);
        }
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }
}
