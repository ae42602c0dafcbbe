package dev.cartwright.rules;

import java.util.Optional;

/** What a rule may read of the subject: its name and the properties as the rules before it left them. */
public interface Subject {

    /** {@code kind/id}. */
    String name();

    <V> Optional<V> get(Property<V> property);

    default <V> V get(Property<V> property, V otherwise) {
        return get(property).orElse(otherwise);
    }
}
