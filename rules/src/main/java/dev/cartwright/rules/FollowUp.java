package dev.cartwright.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * An event that an event caused. Everything that is not here follows from the cause.
 *
 * @param id a hash of the cause's identity, the rule's name and the emission's index in that rule
 * @param rule the rule that emitted it
 * @param ordinal 1-based, over all emissions of the cause; its time is the cause's plus as many microseconds
 * @param propertyName on {@code subject-property-changed}; else null
 */
public record FollowUp(String id, String rule, int ordinal, String type, String subject, JsonNode data,
        String propertyName) {

    static String id(Event<?> cause, String rule, int index) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var identity = cause.position().key() + '\n' + rule + '\n' + index;
            return HexFormat.of().formatHex(sha.digest(identity.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** When it happened: right after its cause. */
    public Instant time(Instant causeTime) {
        return causeTime.plus(ordinal, ChronoUnit.MICROS);
    }

    @JsonIgnore
    public boolean isDeadLetter() {
        return type.equals(SystemEvent.DEAD_LETTERED);
    }
}
