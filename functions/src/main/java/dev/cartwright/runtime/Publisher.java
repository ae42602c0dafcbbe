package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;
import java.util.List;

/** Sends events to the broker. Thread-safe. */
public interface Publisher {

    /** An event, and the function group that is to receive it; null where nothing subscribes. */
    record Publication(CloudEvent event, String group) {}

    /** Returns when all are durable; throws {@link Unavailable} where some may not be. */
    void publish(List<Publication> publications);
}
