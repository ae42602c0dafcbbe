package dev.cartwright.rules.testing;

import dev.cartwright.rules.Json;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.State;
import java.util.Map;
import java.util.TreeMap;

/**
 * A subject as a scenario finds it; immutable.
 *
 * @param name {@code kind/id}; null for the one that the events speak of
 */
public record GivenSubject(String name, Map<String, Object> properties) {

    /** A subject that nothing is remembered of. */
    public static GivenSubject subject(String name) {
        return new GivenSubject(name, Map.of());
    }

    public <V> GivenSubject with(Property<V> property, V value) {
        var more = new TreeMap<>(properties);
        more.put(property.name(), Json.plain(value));
        return new GivenSubject(name, more);
    }

    State state() {
        return new State(properties, null, 0, Map.of());
    }
}
