package dev.cartwright.redis;

import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unquoted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntryBinary;

/** Reads along with a stream of events, on a thread of its own and only while somebody waits. Thread-safe. */
public final class RedisOutcomeFeed implements OutcomeFeed, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RedisOutcomeFeed.class);
    private static final int MAX_WAITERS = 1000;
    private static final int AT_ONCE = 512;

    private final RedisPool redis;
    private final String stream;
    private final Waiters waiters;

    private RedisOutcomeFeed(RedisPool redis, String stream, int maxWaiters) {
        this.redis = redis;
        this.stream = stream;
        this.waiters = new Waiters(maxWaiters);
    }

    /** Where Redis is the broker, so that its stream has every outcome. */
    public static RedisOutcomeFeed start(RedisPool redis) {
        return start(redis, RedisStreamsPublisher.STREAM, MAX_WAITERS);
    }

    /** Where an {@link OutcomeEcho} writes them. */
    public static RedisOutcomeFeed ofEcho(RedisPool redis) {
        return start(redis, OutcomeEcho.STREAM, MAX_WAITERS);
    }

    static RedisOutcomeFeed start(RedisPool redis, String stream, int maxWaiters) {
        var feed = new RedisOutcomeFeed(redis, stream, maxWaiters);
        Daemons.thread("outcomes", feed::run).start();
        return feed;
    }

    @Override
    public Awaited first(String causationId, Duration wait) {
        return waiters.add(causationId, wait);
    }

    private void run() {
        try {
            while (waiters.awaitOne()) {
                followGuarded();
            }
        } catch (InterruptedException ending) {
            waiters.close();
        }
    }

    private void followGuarded() {
        try {
            follow();
        } catch (Unavailable | JedisException away) {
            LOG.debug("Nobody waits for outcomes while the broker is away", away);
            waiters.giveUp();
        } catch (RuntimeException bug) {
            LOG.error("Reading outcomes failed", Unquoted.of(bug));
            waiters.giveUp();
        }
    }

    private void follow() {
        var last = newest();
        waiters.follow();
        while (waiters.goOn()) {
            for (var entry : after(last)) {
                last = entry.getID();
                EventFields.value(entry.getFields(), "ce-causationid")
                        .ifPresent(cause -> waiters.tell(cause, () -> EventFields.read(entry.getFields())));
            }
        }
    }

    private StreamEntryID newest() {
        var newest = redis.pipelined(pipeline -> pipeline.xrevrange(stream, "+", "-", 1)).get();
        return newest.isEmpty() ? new StreamEntryID(0, 0) : newest.get(0).getID();
    }

    /** Waits a moment for entries after that one. */
    private List<StreamEntryBinary> after(StreamEntryID last) {
        // why half: the server must have answered before the connection counts as broken.
        var moment = XReadParams.xReadParams().count(AT_ONCE).block(Math.toIntExact(redis.patience().toMillis() / 2));
        var streams = redis.pipelined(pipeline -> pipeline.xreadBinary(moment, key(last)))
                .get();
        return streams == null || streams.isEmpty() ? List.of() : streams.get(0).getValue();
    }

    private Map<byte[], StreamEntryID> key(StreamEntryID last) {
        return Map.of(stream.getBytes(StandardCharsets.UTF_8), last);
    }

    @Override
    public void close() {
        waiters.close();
    }
}
