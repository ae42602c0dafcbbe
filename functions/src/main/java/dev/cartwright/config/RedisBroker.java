package dev.cartwright.config;

import dev.cartwright.redis.BoundedIngest;
import dev.cartwright.redis.RedisOutcomeFeed;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisStreamsPublisher;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Replies;
import java.time.Duration;

/** Redis Streams on a laptop. */
final class RedisBroker implements Broker {

    private static final Duration PING = Duration.ofSeconds(1);

    private final RedisPool redis;
    // why connections of its own: while the lanes' wait for a server that hangs, health must still answer in time.
    private final RedisPool forPings;
    private final RedisStreamsPublisher publisher;
    private final IngestPublisher ingest;
    private final RedisOutcomeFeed outcomes;

    RedisBroker(CartwrightConfig.Broker config) {
        this.redis = new RedisPool("the broker", config.url(), config.deadline());
        this.forPings = new RedisPool("the broker", config.url(), PING);
        this.publisher = new RedisStreamsPublisher(redis);
        this.ingest = new BoundedIngest(publisher, config.maxBacklog());
        this.outcomes = RedisOutcomeFeed.start(redis);
    }

    @Override
    public Publisher publisher() {
        return publisher;
    }

    @Override
    public IngestPublisher ingest() {
        return ingest;
    }

    @Override
    public OutcomeFeed outcomes() {
        return outcomes;
    }

    @Override
    public Replies replies() {
        return Replies.NONE;
    }

    @Override
    public void ping() {
        forPings.ping();
    }

    @Override
    public void close() {
        outcomes.close();
        forPings.close();
        redis.close();
    }
}
