package dev.cartwright.config;

import dev.cartwright.redis.OutcomeEcho;
import dev.cartwright.redis.RedisOutcomeFeed;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.RemotePublisher;
import dev.cartwright.runtime.Replies;
import java.util.function.Consumer;
import java.util.function.Function;

/** A broker that cannot be read along, so that those who wait for outcomes are told of them by the cache. */
final class EchoedBroker implements Broker {

    private final RemotePublisher publisher;
    private final OutcomeEcho followUps;
    private final RedisOutcomeFeed outcomes;
    private final Replies replies;

    /** @param replies made of what tells those who wait for outcomes */
    EchoedBroker(RemotePublisher publisher, RedisPool cache, Function<Consumer<Publication>, Replies> replies) {
        this.publisher = publisher;
        this.followUps = OutcomeEcho.start(publisher, cache);
        this.outcomes = RedisOutcomeFeed.ofEcho(cache);
        this.replies = replies.apply(followUps::tell);
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
        publisher.ping();
    }

    @Override
    public void close() {
        outcomes.close();
        followUps.close();
        publisher.close();
    }
}
