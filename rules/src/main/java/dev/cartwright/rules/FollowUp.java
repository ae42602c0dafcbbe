package dev.cartwright.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
        return Sha256.hex(cause.position().key() + '\n' + rule + '\n' + index, 16);
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
