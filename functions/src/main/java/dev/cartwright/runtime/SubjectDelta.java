package dev.cartwright.runtime;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What became of a subject, as live watchers are told; the rest is as in {@link SubjectView}.
 *
 * @param changed the properties that are new or other than before, with their values now
 * @param removed the names of those that are no more
 */
@JsonPropertyOrder({"subject", "version", "position", "time", "changed", "removed"})
public record SubjectDelta(String subject, long version, String position, String time, Map<String, Object> changed,
        List<String> removed) {

    static SubjectDelta of(String subject, State before, State after) {
        Map<String, Object> changed = new TreeMap<>(after.properties());
        changed.entrySet().removeIf(now -> Objects.equals(now.getValue(), before.properties().get(now.getKey())));
        var removed = before.properties().keySet().stream().filter(name -> !after.properties().containsKey(name))
                .toList();
        return new SubjectDelta(subject, after.version(), after.watermark().key(),
                Position.format(after.watermark().time()), changed, removed);
    }
}
