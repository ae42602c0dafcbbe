package dev.cartwright.config;

import dev.cartwright.pubsub.PubSubPublisher;
import dev.cartwright.pubsub.PubSubTarget;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Google Cloud Pub/Sub. */
final class PubSubBroker implements Broker {

    private final PubSubPublisher publisher;

    PubSubBroker(CartwrightConfig.Broker config) throws IOException {
        this.publisher = new PubSubPublisher(target(config), Clock.systemUTC());
    }

    private static PubSubTarget target(CartwrightConfig.Broker config) {
        var project = config.project().orElseThrow(() -> new IllegalStateException("cartwright.broker.kind is pubsub, "
                + "which needs a project: set CARTWRIGHT_BROKER_PROJECT to the Google Cloud project of the topic"));
        return new PubSubTarget(config.emulatorHost().filter(host -> !host.isBlank()), project, config.topic(),
                config.deadline());
    }

    @Override
    public Publisher publisher() {
        return publisher;
    }

    @Override
    public IngestPublisher ingest() {
        return publisher;
    }

    @Override
    public OutcomeFeed outcomes() {
        var nothing = CompletableFuture.<Void>completedFuture(null);
        return (cause, wait) -> new OutcomeFeed.Awaited(nothing, nothing.thenApply(none -> Optional.empty()));
    }

    @Override
    public void ping() {
        publisher.ping();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
