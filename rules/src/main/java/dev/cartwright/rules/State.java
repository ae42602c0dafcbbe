package dev.cartwright.rules;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A subject's state: the fold of its rules over its log. Immutable.
 *
 * @param properties plain JSON values by name
 * @param watermark the last position folded; null where none was
 * @param version how many events were folded
 * @param stamps for each property of which the latest position wins, the position that set it
 */
public record State(Map<String, Object> properties, Position watermark, long version, Map<String, String> stamps) {

    /** Of a subject without events. */
    public static final State EMPTY = new State(Map.of(), null, 0, Map.of());

    public State {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        stamps = Collections.unmodifiableMap(new TreeMap<>(stamps));
    }

    public <V> Optional<V> get(Property<V> property) {
        return Optional.ofNullable(properties.get(property.name())).map(property::decode);
    }

    /** True where the position is at or before the last one folded. */
    public boolean covers(Position position) {
        return watermark != null && position.compareTo(watermark) <= 0;
    }
}
