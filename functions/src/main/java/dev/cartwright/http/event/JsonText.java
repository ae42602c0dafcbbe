package dev.cartwright.http.event;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parses JSON of senders. */
final class JsonText {

    private static final ObjectReader READER = Json.MAPPER.readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** One JSON value and nothing after it; {@code what} is told where it is not. */
    static JsonNode parse(byte[] bytes, String field, String what) {
        try {
            JsonNode node = READER.readValue(bytes);
            if (node == null || node.isMissingNode()) {
                throw Refusal.malformed(field, what + " is empty");
            }
            return node;
        } catch (JacksonException e) {
            throw Refusal.malformed(field, what + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen in memory", e);
        }
    }
}
