package dev.cartwright.config;

import dev.cartwright.pubsub.PubSubPublisher;
import dev.cartwright.pubsub.PubSubTarget;
import dev.cartwright.redis.OutcomeEcho;
import dev.cartwright.redis.RedisOutcomeFeed;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import java.io.IOException;
import java.time.Clock;

/** Google Cloud Pub/Sub. */
final class PubSubBroker implements Broker {

    private final PubSubPublisher publisher;
    private final OutcomeEcho followUps;
    private final RedisOutcomeFeed outcomes;

    PubSubBroker(CartwrightConfig.Broker config, RedisPool cache) throws IOException {
        this.publisher = new PubSubPublisher(target(config), Clock.systemUTC());
        this.followUps = OutcomeEcho.start(publisher, cache, Clock.systemUTC());
        this.outcomes = RedisOutcomeFeed.ofEcho(cache);
    }

    private static PubSubTarget target(CartwrightConfig.Broker config) {
        var project = config.project().orElseThrow(() -> new IllegalStateException("cartwright.broker.kind is pubsub, "
                + "which needs a project: set CARTWRIGHT_BROKER_PROJECT to the Google Cloud project of the topic"));
        return new PubSubTarget(config.emulatorHost().filter(host -> !host.isBlank()), project, config.topic(),
                config.deadline());
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
