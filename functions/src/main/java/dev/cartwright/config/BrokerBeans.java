package dev.cartwright.config;

import dev.cartwright.knative.CeOverrides;
import dev.cartwright.knative.KnativePublisher;
import dev.cartwright.knative.KnativeReplies;
import dev.cartwright.knative.KnativeTarget;
import dev.cartwright.pubsub.PubSubPublisher;
import dev.cartwright.pubsub.PubSubTarget;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.RecordingPublisher;
import dev.cartwright.runtime.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;

/** The broker that the operator chose; it is made when it is first used, the others not at all. */
final class BrokerBeans {

    @Produces
    @ApplicationScoped
    Broker broker(CartwrightConfig config, @Named("cache") RedisPool cache) {
        return GiveUp.unless(() -> chosen(config.broker(), cache));
    }

    /** @throws IllegalStateException naming a setting that is missing, and the variable that sets it */
    static Broker chosen(CartwrightConfig.Broker config, RedisPool cache) throws IOException {
        return switch (config.kind()) {
            case REDIS -> new RedisBroker(config);
            case PUBSUB -> pubSub(config, cache);
            case KNATIVE -> knative(config, cache);
        };
    }

    private static Broker pubSub(CartwrightConfig.Broker config, RedisPool cache) throws IOException {
        var project = config.project().orElseThrow(() -> new IllegalStateException("cartwright.broker.kind is pubsub, "
                + "which needs a project: set CARTWRIGHT_BROKER_PROJECT to the Google Cloud project of the topic"));
        var publisher = new PubSubPublisher(new PubSubTarget(config.emulatorHost().filter(host -> !host.isBlank()),
                project, config.topic(), config.deadline()));
        return new EchoedBroker(publisher, cache, told -> Replies.NONE);
    }

    private static Broker knative(CartwrightConfig.Broker config, RedisPool cache) {
        var sink = config.sink().orElseThrow(() -> new IllegalStateException("cartwright.broker.kind is knative, which "
                + "needs a sink: set K_SINK to the address of the broker, or have a SinkBinding set it"));
        var overrides = CeOverrides.of(config.ceOverrides().orElse(""));
        var publisher = new KnativePublisher(new KnativeTarget(sink, overrides, config.deadline()));
        return new EchoedBroker(publisher, cache, told -> new KnativeReplies(overrides, told));
    }

    @Produces
    @ApplicationScoped
    Publisher publisher(Broker broker) {
        return new RecordingPublisher(broker.publisher(), Clock.systemUTC());
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

    @Produces
    @ApplicationScoped
    Replies replies(Broker broker) {
        return broker.replies();
    }
}
