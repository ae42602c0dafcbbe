package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.TreeMap;

/** Keeps as dead letters what the broker will never take, since nobody there would mend it. Thread-safe. */
public final class DeadLetteringPublisher implements Publisher {

    private final Publisher publisher;
    private final DeadLetters letters;
    private final DeadLetterReport report;

    public DeadLetteringPublisher(Publisher publisher, DeadLetters letters, DeadLetterReport report) {
        this.publisher = publisher;
        this.letters = letters;
        this.report = report;
    }

    @Override
    public void publish(List<Publication> publications) {
        try {
            publisher.publish(publications);
        } catch (NotAllPublished some) {
            var left = new TreeMap<Integer, RuntimeException>();
            some.failures().forEach((place, why) -> {
                var open = why instanceof Refused ? kept(publications.get(place).event(), why.getMessage()) : why;
                if (open != null) {
                    left.put(place, open);
                }
            });
            if (!left.isEmpty()) {
                throw new NotAllPublished(left);
            }
        }
    }

    /** Why it could not be kept; null where it is. */
    private Unavailable kept(CloudEvent event, String why) {
        try {
            letters.keep(event, why);
        } catch (Unavailable away) {
            return away;
        }
        var traceparent = event.getExtension(Extensions.TRACEPARENT);
        report.tell(event.getType(), event.getSubject(), why, traceparent == null ? null : traceparent.toString());
        return null;
    }
}
