package dev.cartwright.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One if-this-then-that: on these events, when these conditions hold, then these effects. Immutable.
 *
 * @param source where it was made
 * @param trigger what it fires on
 * @param announces properties whose changes it wants told although no rule subscribes to them
 * @param repeats how many hops deep in a chain it may still fire; 0 for a rule that no cycle may run through
 */
public record Rule<E>(String name, String description, SourceLine source, Trigger trigger,
        List<Condition<? super E>> conditions, List<Effect<? super E>> effects, List<Property<?>> announces,
        int repeats) {

    /** Starts a rule; the name is unique among all rules. */
    public static Named rule(String name) {
        return new Named(name, "", SourceLine.ofCaller());
    }

    /** A copy whose emissions may run in a circle: it fires only while the event is fewer than {@code n} hops deep. */
    public Rule<E> mayRepeat(int n) {
        if (n < 1) {
            throw new InvalidRules("Rule '" + name + "' may repeat " + n + " times: give mayRepeat at least 1");
        }
        return new Rule<>(name, description, source, trigger, conditions, effects, announces, n);
    }

    /** A copy that has changes of these properties told to the world as {@code subject-property-changed}. */
    public Rule<E> announcing(Property<?>... properties) {
        return new Rule<>(name, description, source, trigger, conditions, effects, List.of(properties), repeats);
    }

    /** True where what it decides depends on the subject's state and not on the event alone. */
    boolean readsState() {
        return conditions.stream().anyMatch(Condition::readsState) || effects.stream().anyMatch(Effect::readsState);
    }

    /** A rule that has its name. */
    public record Named(String name, String description, SourceLine source) {

        public Named describedAs(String words) {
            return new Named(name, words, source);
        }

        public <E> When<E> on(Class<E> type) {
            return new When<>(this, new Trigger.OfTypes(List.of(type)), List.of());
        }

        /** On several types; E is what they have in common. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <E> When<E> onAnyOf(Class<? extends E>... types) {
            return new When<>(this, new Trigger.OfTypes(List.of(types)), List.of());
        }

        /** On every event, whatever its type. */
        public When<Object> onAny() {
            return new When<>(this, new Trigger.OfAny(), List.of());
        }

        /** On {@code subject-property-changed} of one of these properties. */
        public When<SystemEvent.PropertyChanged> onChangeOf(Property<?>... properties) {
            return new When<>(this, new Trigger.OfProperties(List.of(properties)), List.of());
        }
    }

    /** A rule that knows its trigger. */
    public record When<E>(Named rule, Trigger trigger, List<Condition<? super E>> conditions) {

        /** Adds conditions; all must hold, tried in this order. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final When<E> when(Condition<? super E>... more) {
            List<Condition<? super E>> all = new ArrayList<>(conditions);
            Collections.addAll(all, more);
            return new When<E>(rule, trigger, Collections.unmodifiableList(all));
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Rule<E> then(Effect<? super E>... effects) {
            List<Effect<? super E>> all = Arrays.asList(effects.clone());
            return new Rule<E>(rule.name(), rule.description(), rule.source(), trigger, conditions, all, List.of(), 0);
        }
    }
}
