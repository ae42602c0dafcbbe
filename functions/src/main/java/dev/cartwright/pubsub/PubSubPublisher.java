package dev.cartwright.pubsub;

import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.RecordedTime;
import dev.cartwright.runtime.Unavailable;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * Publishes to a Pub/Sub topic, the events of one subject in order. Thread-safe. A topic keeps what nobody has received
 * yet, for days, so that events from outside need no bound here.
 */
public final class PubSubPublisher implements IngestPublisher, AutoCloseable {

    private final RecordedTime recordedTime;
    private final PubSubTopic topic;

    public PubSubPublisher(PubSubTarget target, Clock clock) throws IOException {
        this.recordedTime = new RecordedTime(clock);
        this.topic = new PubSubTopic(target);
    }

    @Override
    public void publish(List<Publication> publications) {
        topic.send(publications.stream().map(recordedTime::stamp).map(Messages::of).toList());
    }

    /** Throws {@link Unavailable} where Pub/Sub does not answer, or has no such topic. */
    public void ping() {
        topic.ping();
    }

    @Override
    public void close() {
        topic.close();
    }
}
