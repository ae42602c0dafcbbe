package dev.cartwright.rules;

import java.util.function.BiPredicate;

/**
 * A condition of a rule, with its own words for the trace; made by {@link Conditions}.
 *
 * @param words what must hold, as one would say it
 * @param readsState false for a condition on the event alone
 */
public record Condition<E>(String words, boolean readsState, BiPredicate<Event<? extends E>, Subject> holds) {

    boolean test(Event<? extends E> event, Subject subject) {
        return holds.test(event, subject);
    }
}
