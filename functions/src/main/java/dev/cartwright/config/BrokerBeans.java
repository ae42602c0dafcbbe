package dev.cartwright.config;

import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Named;
import java.io.IOException;

/** The broker that the operator chose; each bean is made when it is first used, the others not at all. */
final class BrokerBeans {

    @Produces
    @ApplicationScoped
    Broker broker(CartwrightConfig config, @Named("cache") RedisPool cache) throws IOException {
        return switch (config.broker().kind()) {
            case REDIS -> new RedisBroker(config.broker());
            case PUBSUB -> new PubSubBroker(config.broker(), cache);
            case KNATIVE -> throw new IllegalStateException("cartwright.broker.kind knative is not built yet");
        };
    }

    @Produces
    @ApplicationScoped
    Publisher publisher(Broker broker) {
        return broker.publisher();
    }

    @Produces
    @ApplicationScoped
    @Typed(IngestPublisher.class)
    IngestPublisher ingest(Broker broker) {
        return broker.ingest();
    }

    @Produces
    @ApplicationScoped
    OutcomeFeed outcomes(Broker broker) {
        return broker.outcomes();
    }
}
