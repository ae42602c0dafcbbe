package dev.cartwright.sre;

import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Refused;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.util.ArrayList;
import java.util.List;

/** Events with their own times that wait until they can be kept; for one thread. */
final class Backlog {

    /** An hour of samples. */
    static final int MOST = 360;

    private final Publisher publisher;
    private final List<CloudEvent> waiting = new ArrayList<>();

    Backlog(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Of too many the second goes: the first tells when it began, the last how it is now. */
    void add(CloudEvent event) {
        if (waiting.size() >= MOST) {
            waiting.remove(1);
        }
        waiting.add(event);
    }

    int size() {
        return waiting.size();
    }

    /** True where none is left; what cannot be published now waits on. */
    boolean flush() {
        if (waiting.isEmpty()) {
            return true;
        }
        try {
            publisher.publish(waiting.stream().map(event -> new Publication(event, InstanceEvent.GROUP)).toList());
            waiting.clear();
        } catch (NotAllPublished some) {
            var left = new ArrayList<CloudEvent>();
            some.failures().forEach((place, why) -> {
                if (!(why instanceof Refused)) {
                    left.add(waiting.get(place));
                }
            });
            waiting.clear();
            waiting.addAll(left);
        } catch (Unavailable away) {
            return false;
        }
        return waiting.isEmpty();
    }
}
