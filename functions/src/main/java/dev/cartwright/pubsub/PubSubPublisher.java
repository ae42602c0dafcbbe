package dev.cartwright.pubsub;

import dev.cartwright.runtime.RemotePublisher;
import java.io.IOException;
import java.util.List;

/**
 * Publishes to a Pub/Sub topic, the events of one subject in order. Thread-safe. A topic keeps what nobody has received
 * yet, for days, so that events from outside need no bound here.
 */
public final class PubSubPublisher implements RemotePublisher {

    private final PubSubTopic topic;

    public PubSubPublisher(PubSubTarget target) throws IOException {
        this.topic = new PubSubTopic(target);
    }

    @Override
    public void publish(List<Publication> publications) {
        topic.send(publications.stream().map(Messages::of).toList());
    }

    @Override
    public void ping() {
        topic.ping();
    }

    @Override
    public void close() {
        topic.close();
    }
}
