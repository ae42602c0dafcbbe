package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;
import java.util.List;

/** Sends events to the broker. Thread-safe. */
public interface Publisher {

    /**
     * An event on its way to those who wait for it.
     *
     * @param group the function group that is to receive it; null where nothing subscribes
     * @param traceparent the trace context of this hop, which travels beside the event and never in it; null where
     *     nobody traces it
     */
    record Publication(CloudEvent event, String group, String traceparent) {

        public Publication(CloudEvent event, String group) {
            this(event, group, null);
        }
    }

    /**
     * Returns when all are durable; throws {@link NotAllPublished} where some may not be, or {@link Unavailable} where
     * nobody can say which.
     */
    void publish(List<Publication> publications);
}
