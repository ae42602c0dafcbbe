package dev.cartwright.http.event;

import java.util.List;

/**
 * What one request holds.
 *
 * @param batch true where its sender asks for one answer an event
 */
public record Sent(boolean batch, List<RawEvent> events) {

    static Sent one(RawEvent event) {
        return new Sent(false, List.of(event));
    }

    /** True where checking the events asks a store, and so may block. */
    public boolean needsStamp() {
        return events.stream().anyMatch(RawEvent::needsStamp);
    }
}
