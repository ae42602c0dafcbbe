package dev.cartwright.http.query;

import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;

/** Where a page ends, in a form that invites nobody to build one. */
final class Cursor {

    private Cursor() {}

    static String of(Position position) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(position.key().getBytes(StandardCharsets.US_ASCII));
    }

    /** Null stays null. */
    static Position position(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var position = new Position(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            position.time();
            return position;
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Refusal.malformed("cursor", "cursor must be the next of another page");
        }
    }
}
