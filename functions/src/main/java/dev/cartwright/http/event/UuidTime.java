package dev.cartwright.http.event;

import java.time.Instant;

/** The time that a UUID of version 7 begins with. */
final class UuidTime {

    private static final int LENGTH = 36;

    private UuidTime() {}

    /** Null where the text is no such UUID. */
    static Instant of(String id) {
        if (id == null || id.length() != LENGTH || id.charAt(8) != '-' || id.charAt(13) != '-'
                || id.charAt(14) != '7' || id.charAt(18) != '-' || id.charAt(23) != '-') {
            return null;
        }
        long millis = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                continue;
            }
            int digit = Character.digit(id.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            millis = i < 13 ? millis << 4 | digit : millis;
        }
        return Instant.ofEpochMilli(millis);
    }
}
