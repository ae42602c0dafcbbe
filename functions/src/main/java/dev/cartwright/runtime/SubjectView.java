package dev.cartwright.runtime;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import java.util.Map;

/**
 * A subject's state as it is shown.
 *
 * @param version how many events it is made of
 * @param position where the last of them stands in the subject's history; null where there is none
 * @param time when that one happened; null where there is none
 */
@JsonPropertyOrder({"subject", "version", "position", "time", "properties"})
public record SubjectView(String subject, long version, String position, String time, Map<String, Object> properties) {

    public static SubjectView of(String subject, State state) {
        var watermark = state.watermark();
        return watermark == null ? new SubjectView(subject, 0, null, null, state.properties())
                : new SubjectView(subject, state.version(), watermark.key(), Position.format(watermark.time()),
                        state.properties());
    }
}
