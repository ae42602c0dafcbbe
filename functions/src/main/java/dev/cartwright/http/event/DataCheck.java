package dev.cartwright.http.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.schema.EventSchemas;
import dev.cartwright.runtime.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an event's data must be: of bounded size, JSON where it says so, and as the schema of its type. */
final class DataCheck {

    /** Data that was checked: what is stored of it, and what rules see of it. */
    record Data(String contentType, byte[] bytes, JsonNode json) {}

    private final EventSchemas schemas;
    private final long maxBytes;

    DataCheck(EventSchemas schemas, long maxBytes) {
        this.schemas = schemas;
        this.maxBytes = maxBytes;
    }

    Data of(RawEvent event, String type, boolean declared, String subject) {
        var contentType = contentType(event);
        if (event.data() != null) {
            checkSize(event.data());
        }
        var data = contentType == null || contentType.isJson() ? json(event, contentType)
                : other(event, type, declared, contentType);
        checkSchema(type, subject, data.json());
        return data;
    }

    private static MediaType contentType(RawEvent event) {
        if (!event.attributes().containsKey("datacontenttype")) {
            return null;
        }
        return MediaType.of(AttributeCheck.required(event, "datacontenttype"));
    }

    private Data json(RawEvent event, MediaType contentType) {
        if (contentType != null && !contentType.isUtf8()) {
            throw Refusal.unsupported("datacontenttype", "JSON is UTF-8, not " + contentType.charset());
        }
        var json = event.json();
        var bytes = event.data();
        if (json != null) {
            bytes = Json.bytes(json);
            checkSize(bytes);
        } else if (bytes != null) {
            json = JsonText.parse(bytes, "data", "data");
        }
        // In lower case, so that whoever reads the stored event takes it for JSON too.
        var stored = bytes == null ? null : contentType == null ? "application/json" : contentType.essence();
        return new Data(stored, bytes, json == null ? MissingNode.getInstance() : json);
    }

    private static Data other(RawEvent event, String type, boolean declared, MediaType contentType) {
        if (declared) {
            // Not 422: the same data would do in another media type.
            throw Refusal.unsupported("datacontenttype", "data of " + type + " is application/json");
        }
        var bytes = event.data();
        var json = bytes == null ? MissingNode.getInstance()
                : TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        return new Data(event.text("datacontenttype"), bytes, json);
    }

    private void checkSize(byte[] bytes) {
        if (bytes.length > maxBytes) {
            throw Refusal.tooLarge("data", "data must not be larger than " + maxBytes + " bytes");
        }
    }

    private void checkSchema(String type, String subject, JsonNode json) {
        var violations = schemas.violations(type, json);
        if (violations.isEmpty()) {
            violations = schemas.subjectMismatch(type, subject, json).map(List::of).orElse(List.of());
        }
        if (!violations.isEmpty()) {
            var first = violations.get(0);
            var errors = violations.stream().map(v -> new Problem.FieldError(v.field(), v.message())).toList();
            throw new Refusal(
                    new Problem(422, first.field() + ' ' + first.message(), first.field(), errors, null, null));
        }
    }
}
