package dev.cartwright.http.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.http.problem.Refusal;

/** What a sender may send. */
public interface Permit {

    /** Of a broker: it delivers whatever others were permitted to send. */
    Permit ALL = (type, subject) -> {};

    /** Throws a {@link Refusal} where it may not; asked before any store is. */
    void check(String type, String subject);

    /** Throws a {@link Refusal} where it may not say this; asked of data that fits its schema. */
    default void checkData(String type, JsonNode data) {}
}
