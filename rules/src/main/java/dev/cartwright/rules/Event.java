package dev.cartwright.rules;

import java.time.Instant;

/**
 * A CloudEvent as rules see it: its attributes, and its data as a typed record (a
 * {@link com.fasterxml.jackson.databind.JsonNode} where the type is not declared, {@link Unreadable} where the data
 * does not fit the declared type).
 *
 * @param subject {@code kind/id}
 * @param time in UTC, whole microseconds; for a rule this is "now"
 */
public record Event<T>(String type, String source, String id, String subject, Instant time, T data,
        Causality causality) {

    /** Data that is not what its type declares; it changes nothing. */
    public record Unreadable(String reason) {}

    public Position position() {
        return Position.of(time, id, source);
    }

    /** The part of the subject before the slash. */
    public String kind() {
        return Subjects.kind(subject);
    }

    /** The id of the first event of the chain, its own where it is the first. */
    public String correlationId() {
        return causality.correlationId() == null ? id : causality.correlationId();
    }
}
