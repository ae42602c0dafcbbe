package dev.cartwright.redis;

import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.RecordedTime;
import dev.cartwright.runtime.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/**
 * A publisher that also writes what it published to a short stream, for those who wait for outcomes where the broker
 * itself cannot be read along. Only as well as it can: a Redis that is away or slow holds up nobody. Thread-safe.
 */
public final class OutcomeEcho implements Publisher, AutoCloseable {

    static final String STREAM = "outcomes";

    private static final Logger LOG = Logger.getLogger(OutcomeEcho.class);
    private static final byte[] KEY = STREAM.getBytes(StandardCharsets.UTF_8);
    private static final int MAX_WAITING = 10_000;
    private static final int AT_ONCE = 1000;
    private static final int KEPT = 10_000;

    private final Publisher publisher;
    private final RecordedTime recordedTime;
    private final RedisPool redis;
    private final BlockingQueue<Publication> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread writer = new Thread(this::run, "outcome-echo");

    private OutcomeEcho(Publisher publisher, RedisPool redis, Clock clock) {
        this.publisher = publisher;
        this.redis = redis;
        this.recordedTime = new RecordedTime(clock);
    }

    public static OutcomeEcho start(Publisher publisher, RedisPool redis, Clock clock) {
        var echo = new OutcomeEcho(publisher, redis, clock);
        echo.writer.setDaemon(true);
        echo.writer.start();
        return echo;
    }

    @Override
    public void publish(List<Publication> publications) {
        var stamped = publications.stream().map(recordedTime::stamp).toList();
        publisher.publish(stamped);
        // What finds no room is left out: whoever waits for it is told that nothing came in time.
        stamped.stream().filter(publication -> publication.event().getExtension(Extensions.CAUSATION_ID) != null)
                .forEach(waiting::offer);
    }

    private void run() {
        try {
            while (true) {
                List<Publication> some = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(some, AT_ONCE - 1);
                write(some);
            }
        } catch (InterruptedException ending) {
            LOG.debug("Outcomes are told no more");
        }
    }

    private void write(List<Publication> publications) {
        var shortly = XAddParams.xAddParams().maxLen(KEPT).approximateTrimming();
        var entries = publications.stream().map(EventFields::of).toList();
        try {
            redis.pipelined(pipeline -> entries.stream().map(entry -> pipeline.xadd(KEY, shortly, entry)).toList());
        } catch (Unavailable | JedisException away) {
            LOG.debug("Outcomes are not told while the cache is away", away);
        } catch (RuntimeException bug) {
            LOG.error("Telling outcomes failed", bug);
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
