package dev.cartwright.http.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.GroupFilter;
import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.runtime.Extensions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON that Pub/Sub wraps a message in unless a subscription says otherwise, opened.
 *
 * @param headers those that the same message has in an unwrapped push
 * @param data the message's
 */
public record PubSubEnvelope(Map<String, String> headers, byte[] data) {

    /** What Eventarc makes of a Pub/Sub message: an event of this type, with the envelope as its data. */
    public static final String EVENTARC_TYPE = "google.cloud.pubsub.topic.v1.messagePublished";

    private static final String METADATA = "x-goog-pubsub-";
    private static final Set<String> BESIDE_THE_EVENT =
            Set.of("content-type", GroupFilter.ATTRIBUTE, Extensions.TRACEPARENT);

    /** Empty where it is none. */
    public static Optional<PubSubEnvelope> of(byte[] body) {
        try {
            var json = JsonText.parse(body, null, "the body");
            var message = json.path("message");
            return message.isObject() && json.path("subscription").isTextual()
                    ? Optional.of(new PubSubEnvelope(headers(json, message), data(message))) : Optional.empty();
        } catch (Refusal | IOException notOne) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(JsonNode envelope, JsonNode message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var attribute : message.path("attributes").properties()) {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("ce-") || BESIDE_THE_EVENT.contains(name)) {
                headers.put(PercentEncoding.HEADER.encode(name), bytes(attribute.getValue().asText()));
            }
        }
        headers.put(METADATA + "message-id", bytes(message.path("messageId").asText()));
        headers.put(METADATA + "subscription-name", bytes(envelope.path("subscription").asText()));
        return headers;
    }

    private static byte[] data(JsonNode message) throws IOException {
        var data = message.path("data").binaryValue();
        return data == null ? new byte[0] : data;
    }

    /** As a server reads the header's bytes: one by one as characters. What a header cannot hold is escaped. */
    private static String bytes(String text) {
        var header = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            header.append(c < ' ' || c == 0x7F ? String.format("%%%02X", c) : String.valueOf((char) c));
        }
        return header.toString();
    }
}
