package dev.cartwright.rules;

import java.util.List;

/**
 * What one rule did with one event.
 *
 * @param stoppedBy the words of the condition that did not hold; null where the rule fired
 * @param changes what it changed, in order
 * @param emitted the types that it emitted, in order
 * @param failure why it failed; null where it did not
 */
public record RuleTrace(String rule, String stoppedBy, List<Change> changes, List<String> emitted, String failure) {

    /** One change of one property; null stands for absent. */
    public record Change(String property, String verb, Object before, Object after) {}

    public boolean fired() {
        return stoppedBy == null;
    }
}
