package dev.cartwright.http.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Sha256;
import java.util.HexFormat;
import java.util.List;

/** Reads a plain JSON document of a declared type: {@code {"type", "timestamp", …}}; the rest of it is the data. */
final class PlainDocument {

    /** Of events that came without one. */
    static final String SOURCE = "/cartwright/events";
    private static final List<String> ATTRIBUTES = List.of("type", "timestamp", "id");

    private final EventCatalog catalog;

    PlainDocument(EventCatalog catalog) {
        this.catalog = catalog;
    }

    void read(String idempotencyKey, byte[] body, RawEvent event) {
        if (!(JsonText.parse(body, null, "the body") instanceof ObjectNode document)) {
            throw Refusal.malformed(null, "an event is a JSON object");
        }
        event.set("specversion", "1.0");
        event.set("source", SOURCE);
        var type = text(document, "type");
        if (type == null) {
            throw Refusal.malformed("type", "type is required");
        }
        event.set("type", type);
        event.set("id", id(document, idempotencyKey));
        var time = text(document, "timestamp");
        if (time != null) {
            event.set("time", time);
        }
        event.set("subject", subject(type, document));
        event.set("datacontenttype", "application/json");
        event.json(document.deepCopy().remove(ATTRIBUTES));
    }

    private static String text(JsonNode document, String field) {
        var value = document.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refusal.malformed(field, field + " must be text");
        }
        return value.textValue();
    }

    private String subject(String type, JsonNode document) {
        var declared = catalog.find(type).filter(known -> known.subject() != null).orElseThrow(() ->
                Refusal.unprocessable("type", "a plain document is of a declared type; an event of " + type
                        + " is sent as a CloudEvent, with its subject"));
        var subject = declared.subjectOf(document);
        if (subject == null) {
            throw Refusal.unprocessable("data." + declared.subjectField(), declared.subjectField()
                    + " is required: it names the subject");
        }
        return subject;
    }

    private static String id(JsonNode document, String idempotencyKey) {
        var id = text(document, "id");
        if (id != null) {
            return id;
        }
        if (idempotencyKey != null && !idempotencyKey.isBlank()) {
            return unquoted(idempotencyKey.strip());
        }
        return hash(document);
    }

    private static String unquoted(String key) {
        boolean quoted = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }

    /** The same for the same document in any spelling, so that sending it again is a duplicate. */
    private static String hash(JsonNode document) {
        return HexFormat.of().formatHex(Sha256.of(Json.text(Json.plain(document))));
    }
}
