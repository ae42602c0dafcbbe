package dev.cartwright.http.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** One event as it was sent: read from the wire, not yet checked. Filled by its reader, then only read. */
public final class RawEvent {

    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private byte[] data;
    private JsonNode json;
    private Problem problem;

    RawEvent() {}

    /** Reads as far as it goes; what ended it is the event's problem. */
    static RawEvent reading(byte[] data, Reader reader) {
        var event = new RawEvent();
        event.data = data;
        try {
            reader.into(event);
        } catch (Refusal refusal) {
            event.problem = refusal.problem();
        }
        return event;
    }

    /** Reads one form of event. */
    interface Reader {
        void into(RawEvent event);
    }

    void set(String attribute, Object value) {
        if (attributes.putIfAbsent(attribute, value) != null) {
            throw Refusal.malformed(attribute, attribute + " is given more than once");
        }
    }

    void data(byte[] bytes) {
        this.data = bytes;
    }

    void json(JsonNode parsed) {
        this.json = parsed;
        this.data = null;
    }

    /** By name: String, Integer or Boolean. */
    Map<String, Object> attributes() {
        return attributes;
    }

    /** The attribute where it is there and text; else null. */
    public String text(String attribute) {
        return attributes.get(attribute) instanceof String text ? text : null;
    }

    /** Null where there is none, or where it is {@link #json}. */
    byte[] data() {
        return data;
    }

    /** Data that came parsed, as a part of a JSON document; else null. */
    JsonNode json() {
        return json;
    }

    /** Why it could not be read to its end; null where it could. */
    Problem problem() {
        return problem;
    }

    /** True where only the memory of earlier deliveries can tell its time: that takes a store. */
    boolean needsStamp() {
        return problem == null && !attributes.containsKey("time") && UuidTime.of(text("id")) == null;
    }
}
