package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;
import java.util.List;

/**
 * What the live watchers of a subject are told when its state is set.
 *
 * @param reset true where no messages lead from what they know to the state: then they are given it anew
 * @param messages in order; none and no reset where nothing changed for them
 */
public record News(boolean reset, List<CloudEvent> messages) {

    public static final News NONE = new News(false, List.of());
    public static final News RESET = new News(true, List.of());

    static News of(List<CloudEvent> messages) {
        return new News(false, messages);
    }

    /** Makes the news of those steps of a plan that are durable, if anybody wants them. */
    interface Teller {
        News tell(List<Step> durable);
    }
}
