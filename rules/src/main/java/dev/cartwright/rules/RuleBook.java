package dev.cartwright.rules;

import java.util.List;
import java.util.Set;

/**
 * A file of rules, found by {@link java.util.ServiceLoader}: annotate the implementation with {@code @AutoService}, and
 * a new rule costs its file and its test.
 */
public interface RuleBook {

    /** The rules in order of declaration; books are ordered by class name, but for what they are after. */
    List<Rule<?>> rules();

    /** Books whose rules run before these. */
    default Set<Class<? extends RuleBook>> after() {
        return Set.of();
    }
}
