package dev.cartwright.http.query;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * A subject's state as it is shown.
 *
 * @param version how many events it is made of
 * @param position where the last of them stands in the subject's history
 * @param time when that one happened
 */
@JsonPropertyOrder({"subject", "version", "position", "time", "properties"})
public record SubjectView(String subject, long version, String position, String time, Map<String, Object> properties) {

    private static final int TAG_BYTES = 16;

    static SubjectView of(String subject, State state) {
        var watermark = state.watermark();
        return new SubjectView(subject, state.version(), watermark.key(), Position.format(watermark.time()),
                state.properties());
    }

    /** Of position and state: a late event changes it too. */
    EntityTag tag() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var hash = sha.digest(Json.text(this).getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(hash, 0, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
