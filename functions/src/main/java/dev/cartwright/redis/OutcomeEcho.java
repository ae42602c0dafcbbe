package dev.cartwright.redis;

import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unquoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import redis.clients.jedis.Response;
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
    private final RedisPool redis;
    private final BlockingQueue<Publication> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread writer = Daemons.thread("outcome-echo", this::run);

    private OutcomeEcho(Publisher publisher, RedisPool redis) {
        this.publisher = publisher;
        this.redis = redis;
    }

    public static OutcomeEcho start(Publisher publisher, RedisPool redis) {
        var echo = new OutcomeEcho(publisher, redis);
        echo.writer.start();
        return echo;
    }

    @Override
    public void publish(List<Publication> publications) {
        try {
            publisher.publish(publications);
            publications.forEach(this::tell);
        } catch (NotAllPublished some) {
            IntStream.range(0, publications.size()).filter(place -> !some.failures().containsKey(place))
                    .mapToObj(publications::get).forEach(this::tell);
            throw some;
        }
    }

    /** Tells of a follow-up that went out in another way; of what is none, nothing. */
    public void tell(Publication publication) {
        if (publication.event().getExtension(Extensions.CAUSATION_ID) != null) {
            // What finds no room is left out: whoever waits for it is told that nothing came in time.
            waiting.offer(publication);
        }
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
        try {
            var entries = publications.stream().map(EventFields::of).toList();
            redis.pipelined(pipeline -> entries.stream().map(entry -> pipeline.xadd(KEY, shortly, entry)).toList())
                    .forEach(Response::get);
        } catch (Unavailable away) {
            LOG.debug("Outcomes are not told while the cache is away", away);
        } catch (JedisException refused) {
            LOG.warn("The cache refuses to be told outcomes", Unquoted.of(refused));
        } catch (RuntimeException bug) {
            LOG.error("Telling outcomes failed", Unquoted.of(bug));
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
