package dev.cartwright.http.live;

import dev.cartwright.live.LiveMessage;
import dev.cartwright.live.LiveMessage.Kind;
import dev.cartwright.live.Offset;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.StructuredEvent;
import io.cloudevents.CloudEvent;

/** A message as it is written; made once, and shared by all who are told it. Thread-safe. */
final class Wording {

    private final LiveMessage message;
    private final byte[] json;
    private volatile CloudEvent flat;

    Wording(LiveMessage message) {
        this.message = message;
        this.json = Json.bytes(StructuredEvent.of(message.event()));
    }

    Kind kind() {
        return message.kind();
    }

    Offset offset() {
        return message.offset();
    }

    String type() {
        return message.event().getType();
    }

    /** The event in the JSON format; not to be changed. */
    byte[] json() {
        return json;
    }

    /** The event with the fields of its data beside its attributes, as filters ask for them. */
    CloudEvent flat() {
        var made = flat;
        if (made == null) {
            made = new FlatEvent(message.event());
            flat = made;
        }
        return made;
    }
}
