package dev.cartwright.http.query;

import dev.cartwright.rules.Json;
import dev.cartwright.runtime.SubjectView;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether an answer is still the same. */
final class StateTag {

    private static final int BYTES = 16;

    private StateTag() {}

    /** Of position and state: a late event changes it too. */
    static EntityTag of(SubjectView view) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var hash = sha.digest(Json.text(view).getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
