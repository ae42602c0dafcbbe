package dev.cartwright.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of <em>when</em>; made for static import. */
public final class Conditions {

    private Conditions() {}

    /** A predicate on the event's data. */
    public static <E> Condition<E> data(String words, Predicate<? super E> predicate) {
        return new Condition<>(words, false, (event, subject) -> predicate.test(event.data()));
    }

    /** A predicate on the event's attributes. */
    public static <E> Condition<E> event(String words, Predicate<? super Event<? extends E>> predicate) {
        return new Condition<>(words, false, (event, subject) -> predicate.test(event));
    }

    /** A predicate on the subject's state as a whole. */
    public static <E> Condition<E> subject(String words, Predicate<? super Subject> predicate) {
        return new Condition<>(words, true, (event, subject) -> predicate.test(subject));
    }

    /**
     * A pattern for the subject's name, such as {@code user/{user_id}}; a name in braces stands for any one segment, at
     * the end for all that is left, since an id may hold slashes.
     */
    public static <E> Condition<E> subjectIs(String pattern) {
        var beginning = pattern.replaceFirst("\\{[^{}]*}$", "");
        var segments = Arrays.stream(beginning.split("\\{[^}]*}", -1)).map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"));
        var regex = Pattern.compile(beginning.equals(pattern) ? segments : segments + ".+", Pattern.DOTALL);
        return new Condition<>("subject is " + pattern, false,
                (event, subject) -> regex.matcher(event.subject()).matches());
    }

    /** Starts a predicate on one property. */
    public static <V> OfProperty<V> property(Property<V> property) {
        return new OfProperty<>(property);
    }

    /** On a change of a property: from one value to another. */
    public static <V> Condition<SystemEvent.PropertyChanged> changed(Property<V> property, V from, V to) {
        return new Condition<>(property + " changed from " + from + " to " + to, false,
                (event, subject) -> concerns(event.data(), property)
                        && Objects.equals(from, read(property, event.data().oldValue()))
                        && Objects.equals(to, read(property, event.data().newValue())));
    }

    /** On a change of a property: to a value, whatever it was before. */
    public static <V> Condition<SystemEvent.PropertyChanged> changedTo(Property<V> property, V to) {
        return new Condition<>(property + " changed to " + to, false, (event, subject) ->
                concerns(event.data(), property) && Objects.equals(to, read(property, event.data().newValue())));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> Condition<E> all(Condition<? super E>... conditions) {
        return Conditions.<E>combine("all of", Arrays.asList(conditions), (event, subject) ->
                Arrays.stream(conditions).allMatch(condition -> condition.test(event, subject)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> Condition<E> any(Condition<? super E>... conditions) {
        return Conditions.<E>combine("any of", Arrays.asList(conditions), (event, subject) ->
                Arrays.stream(conditions).anyMatch(condition -> condition.test(event, subject)));
    }

    public static <E> Condition<E> not(Condition<? super E> condition) {
        return new Condition<>("not " + condition.words(), condition.readsState(),
                (event, subject) -> !condition.test(event, subject));
    }

    private static <E> Condition<E> combine(String how, List<Condition<? super E>> conditions,
            BiPredicate<Event<? extends E>, Subject> holds) {
        var words = conditions.stream().map(Condition::words).collect(Collectors.joining(", ", how + " (", ")"));
        return new Condition<>(words, conditions.stream().anyMatch(Condition::readsState), holds);
    }

    private static boolean concerns(SystemEvent.PropertyChanged change, Property<?> property) {
        return change.property().equals(property.name());
    }

    private static <V> V read(Property<V> property, JsonNode value) {
        return value == null || value.isNull() ? null : property.decode(value);
    }

    /** What can be asked of one property. */
    public record OfProperty<V>(Property<V> property) {

        public <E> Condition<E> is(V value) {
            return matches(property + " is " + value, value::equals);
        }

        public <E> Condition<E> isPresent() {
            return matches(property + " is present", value -> true);
        }

        public <E> Condition<E> isAbsent() {
            return not(isPresent());
        }

        /** False where the property is absent. */
        public <E> Condition<E> matches(String words, Predicate<? super V> predicate) {
            return new Condition<>(words, true,
                    (event, subject) -> subject.get(property).filter(predicate).isPresent());
        }
    }
}
