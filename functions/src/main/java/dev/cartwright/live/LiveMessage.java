package dev.cartwright.live;

import io.cloudevents.CloudEvent;

/**
 * What a watcher of a channel is told. All watchers of a channel on an instance get the same object, so that what is
 * made of it can be shared, too.
 *
 * @param offset where the watcher is in the channel after it
 */
public record LiveMessage(Kind kind, Offset offset, CloudEvent event) {

    /** What to do with it. */
    public enum Kind {
        /** Everything there is to know: take it instead of what was known. */
        STATE,
        /** Something that happened after what was told before. */
        CHANGE,
        /** A state after something that was missed and cannot be told any more. */
        RESET
    }
}
