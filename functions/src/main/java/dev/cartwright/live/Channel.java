package dev.cartwright.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A channel that is watched on this instance, shared by all its watchers. Those who are up to date get each frame as it
 * is heard; the others wait until the channel is read, and then get what was heard meanwhile, too. Thread-safe.
 */
final class Channel {

    /** More frames than this are not kept while the channel is read: then it is read again. */
    private static final int MAX_FRAMES = 512;

    final String name;
    private final Queue<Follower> arriving = new ConcurrentLinkedQueue<>();
    private final Set<Follower> current = ConcurrentHashMap.newKeySet();
    private final Set<Follower> behind = ConcurrentHashMap.newKeySet();
    private final Deque<Frame> meanwhile = new ArrayDeque<>();
    private boolean reading;
    private boolean heard;
    final Backoff backoff = new Backoff();
    private volatile boolean subscribed;
    /** Changed only where the hub changes its channels. */
    private int followers;

    Channel(String name) {
        this.name = name;
    }

    void arrive(Follower follower) {
        followers++;
        arriving.add(follower);
    }

    /** True where it was the last. */
    boolean leave(Follower follower) {
        arriving.remove(follower);
        current.remove(follower);
        behind.remove(follower);
        return --followers == 0;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    /** Whatever was before may have been missed. */
    synchronized void subscribed() {
        subscribed = true;
        fallBehind(current);
    }

    void unsubscribed() {
        subscribed = false;
    }

    /** False where somebody missed something. */
    synchronized boolean hear(Frame frame) {
        heard = true;
        if (reading) {
            keep(frame);
        }
        return fallBehind(current.stream().filter(follower -> !follower.take(frame)).toList());
    }

    private void keep(Frame frame) {
        if (meanwhile.size() >= MAX_FRAMES) {
            meanwhile.clear();
        }
        meanwhile.add(frame);
    }

    /** False where somebody is not where the history ends, though nothing was heard for a while. */
    synchronized boolean check(Offset last) {
        boolean quiet = !heard;
        heard = false;
        return !quiet || fallBehind(current.stream()
                .filter(follower -> !follower.position().equals(Optional.of(last))).toList());
    }

    private boolean fallBehind(Collection<Follower> those) {
        behind.addAll(those);
        current.removeAll(those);
        return those.isEmpty();
    }

    /** Those for whom the channel is to be read now; whatever is heard from here on is kept for them. */
    synchronized List<Follower> beginReading() {
        for (var follower = arriving.poll(); follower != null; follower = arriving.poll()) {
            behind.add(follower);
        }
        behind.removeIf(Follower::isClosed);
        meanwhile.clear();
        reading = !behind.isEmpty();
        return new ArrayList<>(behind);
    }

    /** False where some of them must be read for again. */
    synchronized boolean endReading(List<Follower> those, LiveStore.Reading found, LiveMessage state,
            LiveMessage reset) {
        reading = false;
        for (var follower : those) {
            if (follower.isServedBy(found)) {
                follower.catchUp(found);
            } else {
                follower.restart(found.last(), state, reset);
            }
            if (meanwhile.stream().allMatch(follower::take)) {
                behind.remove(follower);
                current.add(follower);
            }
            if (follower.isClosed()) {
                behind.remove(follower);
                current.remove(follower);
            }
        }
        meanwhile.clear();
        return behind.isEmpty();
    }

    synchronized void giveUpReading() {
        reading = false;
        meanwhile.clear();
    }
}
