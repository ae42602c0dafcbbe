package dev.cartwright.views;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;

/** How many rows were told, in a form that invites nobody to build one. */
public final class RowCursor {

    private static final String PREFIX = "row ";

    private RowCursor() {}

    static String of(int rows) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((PREFIX + rows).getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty for what is no cursor. */
    public static OptionalInt rows(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.matches(PREFIX + "\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text, PREFIX.length(),
                    text.length(), 10)) : OptionalInt.empty();
        } catch (IllegalArgumentException notACursor) {
            return OptionalInt.empty();
        }
    }
}
