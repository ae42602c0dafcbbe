package dev.cartwright.local.pubsub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.local.broker.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message as an event: in binary mode, or structured where its attributes were too much for Pub/Sub. */
final class Message {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "content-type";

    private Message() {
    }

    static Published published(JsonNode message) {
        var id = message.path("messageId").asText();
        try {
            var data = message.path("data").binaryValue();
            if (message.path("attributes").path(CONTENT_TYPE).asText().startsWith("application/cloudevents")) {
                return structured(id, (ObjectNode) JSON.readTree(data));
            }
            return Published.of(id, texts(message.path("attributes"), ""), data);
        } catch (IOException e) {
            throw new UncheckedIOException("Message " + id + " is no event", e);
        }
    }

    private static Published structured(String id, ObjectNode event) throws IOException {
        var data = event.has("data_base64") ? event.remove("data_base64").binaryValue()
            : event.has("data") ? JSON.writeValueAsBytes(event.remove("data")) : null;
        var contentType = event.remove("datacontenttype");
        var headers = texts(event, "ce-");
        if (contentType != null) {
            headers.put(CONTENT_TYPE, contentType.asText());
        }
        // why: headers are percent-encoded, the JSON is not.
        headers.replaceAll((name, value) -> value.replace("%", "%25"));
        return Published.of(id, headers, data);
    }

    private static Map<String, String> texts(JsonNode fields, String prefix) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.properties().forEach(field -> texts.put(prefix + field.getKey(), field.getValue().asText()));
        return texts;
    }
}
