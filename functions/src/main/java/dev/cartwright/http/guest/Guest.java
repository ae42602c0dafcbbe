package dev.cartwright.http.guest;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A visitor that nobody knows, but who is the same each time.
 *
 * @param id by which the guest is called
 * @param since when the guest first came
 */
public record Guest(String id, Instant since) {

    /** What their ids begin with, and nobody else's. */
    public static final String PREFIX = "guest-";

    private static final Pattern ID = Pattern.compile(PREFIX + "[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    static Guest fresh(Instant now) {
        var random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return new Guest(PREFIX + HexFormat.of().formatHex(random), now.truncatedTo(ChronoUnit.SECONDS));
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** What the guest may read and write. */
    public String subject() {
        return "user/" + id;
    }
}
