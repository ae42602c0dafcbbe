package dev.cartwright.http.query;

import dev.cartwright.http.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads parameters of queries. */
final class Parameters {

    private static final int LIMIT = 50;
    private static final int MAX_LIMIT = 1000;

    private Parameters() {}

    static int limit(String limit) {
        if (limit == null) {
            return LIMIT;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number out of bounds is.
        }
        throw Refusal.malformed("limit", "limit must be a whole number from 1 to " + MAX_LIMIT);
    }

    static Instant at(String at) {
        try {
            // A plus sign that was not escaped in the address arrives as a space.
            return OffsetDateTime.parse(at.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.malformed("at", "at must be a time as in RFC 3339, such as 2023-04-19T09:00:00Z");
        }
    }
}
