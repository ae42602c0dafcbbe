package dev.cartwright.local.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** A line of the file, known by its number. */
record Line(long number, String text) {
    private static final ObjectMapper JSON =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Why this is no JSON object, if it is none. */
    Optional<String> defect() {
        try {
            return JSON.readTree(text).isObject() ? Optional.empty() : Optional.of("not a JSON object");
        } catch (JsonProcessingException e) {
            return Optional.of("not JSON: " + e.getOriginalMessage());
        }
    }
}
