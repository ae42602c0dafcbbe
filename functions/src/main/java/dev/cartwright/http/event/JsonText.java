package dev.cartwright.http.event;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parses JSON of senders. */
final class JsonText {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_DIGITS = 1000;
    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_NAME = 1000;
    private static final int MAX_TOKENS = 500_000;
    private static final String LIMITS = (" is more than is read: at most %d levels deep, numbers of %d digits, texts of"
            + " %d characters, names of %d, and %d tokens in all")
            .formatted(MAX_DEPTH, MAX_DIGITS, MAX_TEXT, MAX_NAME, MAX_TOKENS);
    // Stricter than what reads stored events: what is taken goes into larger documents, which must be writable too.
    private static final ObjectReader READER = Json.MAPPER.readerFor(JsonNode.class)
            .with(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH).maxNumberLength(MAX_DIGITS).maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_NAME).maxTokenCount(MAX_TOKENS).build()).build())
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
        } catch (StreamConstraintsException e) {
            throw Refusal.malformed(field, what + LIMITS);
        } catch (JsonEOFException e) {
            throw Refusal.malformed(field, what + " is not JSON: it ends too early");
        } catch (JacksonException e) {
            throw Refusal.malformed(field, what + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen in memory", e);
        }
    }
}
