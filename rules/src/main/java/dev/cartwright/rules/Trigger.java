package dev.cartwright.rules;

import java.util.List;

/** What a rule fires on. */
public sealed interface Trigger {

    /** Events of these record types. */
    record OfTypes(List<? extends Class<?>> types) implements Trigger {}

    /** Changes of these properties. */
    record OfProperties(List<Property<?>> properties) implements Trigger {}

    /** Every event. */
    record OfAny() implements Trigger {}
}
