package dev.cartwright.config;

import dev.cartwright.redis.OutcomeEcho;
import dev.cartwright.redis.RedisOutcomeFeed;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Replies;
import java.time.Clock;

/** A broker that cannot be read along, so that those who wait for outcomes are told of them by the cache. */
final class EchoedBroker implements Broker {

    private final IngestPublisher publisher;
    private final OutcomeEcho followUps;
    private final RedisOutcomeFeed outcomes;
    private final Replies replies;
    private final Runnable ping;
    private final Runnable close;

    EchoedBroker(IngestPublisher publisher, RedisPool cache, Replies replies, Runnable ping, Runnable close) {
        this.publisher = publisher;
        this.followUps = OutcomeEcho.start(publisher, cache, Clock.systemUTC());
        this.outcomes = RedisOutcomeFeed.ofEcho(cache);
        this.replies = replies;
        this.ping = ping;
        this.close = close;
    }

    @Override
    public Publisher publisher() {
        return followUps;
    }

    @Override
    public IngestPublisher ingest() {
        return publisher;
    }

    @Override
    public OutcomeFeed outcomes() {
        return outcomes;
    }

    @Override
    public Replies replies() {
        return replies;
    }

    @Override
    public void ping() {
        ping.run();
    }

    @Override
    public void close() {
        outcomes.close();
        followUps.close();
        close.run();
    }
}
