package dev.cartwright.live;

import dev.cartwright.rules.State;
import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.Unavailable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** All watchers of an instance: each channel is heard once, whoever many watch it. Thread-safe. */
public final class LiveHub implements LiveSource {

    private static final Logger LOG = Logger.getLogger(LiveHub.class);
    private static final int CHECKED_AT_ONCE = 500;

    private final LiveStore store;
    private final LiveSettings settings;
    private final Readings readings;
    private final Ears ears;
    private final ScheduledThreadPoolExecutor checker = Daemons.executor(1, "live-checker");
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicInteger followers = new AtomicInteger();

    private LiveHub(LiveStore store, Function<String, Optional<State>> subjects, ViewMessages views,
            LiveSettings settings) {
        this.store = store;
        this.settings = settings;
        this.readings = new Readings(new ChannelReader(store, subjects, views));
        this.ears = new Ears(store, new Heard(), settings.deadline());
    }

    /** @param subjects the present state of a subject, which is in the store after that; empty where it has no events */
    public static LiveHub start(LiveStore store, Function<String, Optional<State>> subjects, ViewMessages views,
            LiveSettings settings) {
        var hub = new LiveHub(store, subjects, views, settings);
        hub.ears.start();
        long often = settings.check().toMillis();
        hub.checker.scheduleWithFixedDelay(hub::check, often, often, TimeUnit.MILLISECONDS);
        return hub;
    }

    @Override
    public Following follow(String channel, Optional<Offset> after, Consumer<LiveMessage> listener) {
        if (followers.incrementAndGet() > settings.maxFollowers()) {
            followers.decrementAndGet();
            throw new Unavailable(Unavailable.Reason.LANE_FULL, "this instance serves no more watchers");
        }
        var following = new Place(channel, after, listener);
        following.take();
        return following;
    }

    /** A watcher's place at a channel. */
    private final class Place implements Following {

        private final String name;
        private final Follower follower;
        private final AtomicBoolean left = new AtomicBoolean();

        Place(String name, Optional<Offset> after, Consumer<LiveMessage> listener) {
            this.name = name;
            this.follower = new Follower(after, listener, this::close);
        }

        void take() {
            var joined = channels.compute(name, (n, there) -> {
                var channel = there == null ? new Channel(n) : there;
                channel.arrive(follower);
                return channel;
            });
            if (joined.isSubscribed()) {
                readings.request(joined);
            } else {
                ears.changed(name);
            }
        }

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                follower.close();
                followers.decrementAndGet();
                if (channels.computeIfPresent(name, (n, channel) -> channel.leave(follower) ? null : channel) == null) {
                    ears.changed(name);
                }
            }
        }
    }

    private final class Heard implements Ears.Hub {

        @Override
        public Collection<String> wanted() {
            return channels.keySet();
        }

        @Override
        public boolean isWanted(String channel) {
            return channels.containsKey(channel);
        }

        @Override
        public void connected() {
            LOG.debug("Listening");
        }

        @Override
        public void disconnected() {
            channels.values().forEach(Channel::unsubscribed);
        }

        @Override
        public void subscribed(String name) {
            var channel = channels.get(name);
            if (channel != null) {
                channel.subscribed();
                readings.request(channel);
            }
        }

        @Override
        public void heard(Frame frame) {
            var channel = channels.get(frame.channel());
            if (channel != null && !channel.hear(frame)) {
                readings.request(channel);
            }
        }
    }

    private void check() {
        try {
            var all = List.copyOf(channels.values());
            for (int from = 0; from < all.size(); from += CHECKED_AT_ONCE) {
                check(all.subList(from, Math.min(all.size(), from + CHECKED_AT_ONCE)));
            }
        } catch (Unavailable away) {
            LOG.debug("Histories cannot be checked now", away);
        } catch (RuntimeException bug) {
            LOG.error("Checking histories failed", bug);
        }
    }

    private void check(List<Channel> some) {
        var offsets = store.keep(some.stream().map(channel -> channel.name).toList()).iterator();
        for (var channel : some) {
            if (!channel.check(offsets.next())) {
                readings.request(channel);
            }
        }
    }

    @Override
    public void close() {
        checker.shutdownNow();
        ears.close();
        readings.close();
    }
}
