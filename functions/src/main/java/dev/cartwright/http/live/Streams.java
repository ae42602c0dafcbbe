package dev.cartwright.http.live;

import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.live.LiveMessage;
import dev.cartwright.live.LiveSource;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The streams of this instance: so many and no more. Thread-safe. */
@Singleton
final class Streams {

    private static final long TICK_MILLIS = 250;

    private final LiveSource source;
    private final Wordings wordings;
    private final LiveMeters meters;
    private final LiveConfig config;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Integer> perCaller = new ConcurrentHashMap<>();
    private final Map<Stream, Boolean> open = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    Streams(LiveSource source, Wordings wordings, LiveMeters meters, LiveConfig config) {
        this.source = source;
        this.wordings = wordings;
        this.meters = meters;
        this.config = config;
        meters.open(count::get);
    }

    /** One clock for all: a timer of its own for each would be more than the rest of a stream. */
    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(TICK_MILLIS, tick -> {
            long now = System.nanoTime();
            open.keySet().forEach(stream -> stream.tick(now));
        });
    }

    /** Before the server waits for its requests to end, of which streams would never. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leave();
    }

    void leave(@Observes ShutdownEvent event) {
        leave();
    }

    void leave() {
        leaving = true;
        open.keySet().forEach(stream -> stream.end(EndReason.LEAVING));
    }

    /** Opens a stream on the context that this is called on; refuses one too many. */
    Stream open(Caller caller, Watch watch, Optional<Instant> tokenEnd, Context context, Outlet outlet) {
        enter(caller);
        try {
            var stream = new Stream(this, caller, watch, Ending.of(config.life(), tokenEnd, Clock.systemUTC()), context,
                    outlet);
            stream.follow(source);
            open.put(stream, true);
            if (leaving) {
                stream.end(EndReason.LEAVING);
            }
            return stream;
        } catch (RuntimeException e) {
            exit(caller);
            throw e;
        }
    }

    /** Refuses a caller whose stream would be one too many. */
    void check(Caller caller) {
        if (leaving) {
            throw refusal(503, "this instance ends; another one goes on");
        }
        if (count.get() >= config.maxStreams()) {
            throw refusal(503, "this instance has as many streams as it serves");
        }
        if (perCaller.getOrDefault(caller.name(), 0) >= most(caller)) {
            throw refusal(429, "you have " + most(caller) + " streams, which is as many as one may have: close one, or "
                    + "watch several channels on one");
        }
    }

    private Refusal refusal(int status, String detail) {
        meters.refused();
        return new Refusal(Problem.of(status, detail));
    }

    private int most(Caller caller) {
        return caller.isPerson() ? config.maxPerPerson() : config.maxPerService();
    }

    private synchronized void enter(Caller caller) {
        check(caller);
        count.incrementAndGet();
        perCaller.merge(caller.name(), 1, Integer::sum);
    }

    private synchronized void exit(Caller caller) {
        count.decrementAndGet();
        perCaller.computeIfPresent(caller.name(), (name, streams) -> streams == 1 ? null : streams - 1);
    }

    void forget(Stream stream) {
        if (open.remove(stream) != null) {
            exit(stream.caller());
        }
    }

    Wording wording(LiveMessage message) {
        return wordings.of(message);
    }

    LiveMeters meters() {
        return meters;
    }

    long heartbeatNanos() {
        return config.heartbeat().toNanos();
    }

    long partingNanos() {
        return config.parting().toNanos();
    }

    /** Another one each time, so that those who left together do not come back together. */
    long retryMillis() {
        long least = config.retry().toMillis();
        return least + ThreadLocalRandom.current().nextLong(least + 1);
    }
}
