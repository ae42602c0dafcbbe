package dev.cartwright.http.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.runtime.MediaType;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of a request in each of their modes; a pure function of headers and body. */
public final class EventReader {

    /** The sources of follow-ups and of events that came without one. */
    private static final String OURS = "/cartwright/";

    private final PlainDocument plain;
    private final int maxBatch;

    public EventReader(EventCatalog catalog, int maxBatch) {
        this.plain = new PlainDocument(catalog);
        this.maxBatch = maxBatch;
    }

    /** Never throws: what cannot be read is one event with its problem. */
    public Sent read(MultiMap headers, byte[] body, Door door) {
        try {
            return readDecoded(headers, Encoding.decoded(headers, body), door);
        } catch (Refusal refusal) {
            return Sent.one(RawEvent.reading(body, event -> {
                throw refusal;
            }));
        }
    }

    private Sent readDecoded(MultiMap headers, byte[] body, Door door) {
        var contentType = MediaType.of(headers.get("content-type"));
        if (contentType != null && contentType.isBatch()) {
            return batch(headers, body, contentType, door);
        }
        return Sent.one(RawEvent.reading(body, event -> {
            one(headers, contentType, body, door, event);
            giveTrace(headers, event, door);
        }));
    }

    private static void giveTrace(MultiMap headers, RawEvent event, Door door) {
        if (door == Door.INGEST) {
            // Behind that door the trace is the event's own; a broker's headers tell of the delivery alone.
            TraceHeaders.give(headers, event);
        }
    }

    private void one(MultiMap headers, MediaType contentType, byte[] body, Door door, RawEvent event) {
        if (contentType != null && contentType.isCloudEvents()) {
            StructuredMode.read(structured(contentType, body), event);
            fromOutside(event, door);
        } else if (BinaryMode.speaks(headers)) {
            BinaryMode.read(headers, body, event);
            fromOutside(event, door);
        } else if (contentType == null || !contentType.isJson()) {
            throw notAnEvent();
        } else if (door == Door.INGEST) {
            plain.read(headers.get("idempotency-key"), body, event);
        } else {
            throw Refusal.malformed("specversion", "header ce-specversion is required; a structured event says "
                    + "Content-Type: application/cloudevents+json");
        }
    }

    private static void fromOutside(RawEvent event, Door door) {
        var source = event.text("source");
        if (door == Door.INGEST && source != null && source.startsWith(OURS)) {
            throw Refusal.malformed("source", "a source below " + OURS + " is Cartwright's own");
        }
    }

    private static Refusal notAnEvent() {
        return Refusal.unsupported("content-type", "an event is sent with ce- headers, or as "
                + "application/cloudevents+json or application/cloudevents-batch+json; "
                + "the shop's plain documents as application/json");
    }

    private static JsonNode structured(MediaType contentType, byte[] body) {
        if (!contentType.isStructured() && !contentType.isBatch()) {
            throw Refusal.unsupported("content-type", contentType.essence() + " is not read; "
                    + "the JSON format is: application/cloudevents+json");
        }
        if (!contentType.isUtf8()) {
            throw Refusal.unsupported("content-type", "JSON is UTF-8, not " + contentType.charset());
        }
        return JsonText.parse(body, null, "the body");
    }

    private Sent batch(MultiMap headers, byte[] body, MediaType contentType, Door door) {
        List<RawEvent> events = new ArrayList<>();
        var whole = RawEvent.reading(body, event -> {
            var documents = structured(contentType, body);
            if (!documents.isArray()) {
                throw Refusal.malformed(null, "a batch is a JSON array of events");
            }
            if (documents.size() > maxBatch) {
                throw Refusal.tooLarge(null, "a batch holds at most " + maxBatch + " events");
            }
            documents.forEach(document -> events.add(RawEvent.reading(null, member -> {
                StructuredMode.read(document, member);
                fromOutside(member, door);
                giveTrace(headers, member, door);
            })));
        });
        return whole.problem() == null ? new Sent(true, events) : Sent.one(whole);
    }
}
