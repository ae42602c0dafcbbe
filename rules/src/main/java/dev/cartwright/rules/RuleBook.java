package dev.cartwright.rules;

import java.util.List;

/**
 * A file of rules, found by {@link java.util.ServiceLoader}: annotate the implementation with {@code @AutoService}, and
 * a new rule costs its file and its test.
 */
public interface RuleBook {

    /** The rules in order of declaration; books are ordered by class name. */
    List<Rule<?>> rules();
}
