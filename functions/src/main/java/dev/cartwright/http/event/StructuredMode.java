package dev.cartwright.http.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.runtime.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads events of the CloudEvents JSON format. */
final class StructuredMode {

    private StructuredMode() {}

    static void read(JsonNode document, RawEvent event) {
        if (!document.isObject()) {
            throw Refusal.malformed(null, "an event in structured mode is a JSON object");
        }
        for (var member : document.properties()) {
            var name = member.getKey();
            // A member that is null counts as absent.
            if (!member.getValue().isNull() && !name.equals("data") && !name.equals("data_base64")) {
                event.set(name, value(name, member.getValue()));
            }
        }
        data(document.get("data"), document.get("data_base64"), event);
    }

    private static Object value(String name, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        throw Refusal.malformed(name, name + " must be text, true, false or a whole number of 32 bits; "
                + "CloudEvents knows no other numbers, objects or lists: send it as text");
    }

    private static void data(JsonNode data, JsonNode base64, RawEvent event) {
        boolean hasData = data != null && !data.isNull();
        boolean hasBytes = base64 != null && !base64.isNull();
        if (hasData && hasBytes) {
            throw Refusal.malformed("data_base64", "an event has data or data_base64, not both");
        }
        var contentType = MediaType.of(event.text("datacontenttype"));
        if (hasBytes) {
            event.data(decode(base64));
        } else if (!hasData) {
            event.data(null);
        } else if (contentType == null || contentType.isJson()) {
            event.json(data);
        } else if (data.isTextual()) {
            event.data(data.textValue().getBytes(StandardCharsets.UTF_8));
        } else {
            throw Refusal.malformed("data", "data of " + contentType.essence() + " must be text, or data_base64");
        }
    }

    private static byte[] decode(JsonNode base64) {
        try {
            return Base64.getDecoder().decode(base64.isTextual() ? base64.textValue() : "?");
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("data_base64", "data_base64 must be bytes in Base64");
        }
    }
}
