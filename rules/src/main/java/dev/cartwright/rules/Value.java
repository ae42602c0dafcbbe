package dev.cartwright.rules;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where an effect's value comes from. Whether it looks at the subject's state decides how the event is committed.
 *
 * @param readsState false for a value that is the same whatever the subject's state
 */
record Value<E, V>(boolean readsState, BiFunction<Event<? extends E>, Subject, V> source) {

    static <E, V> Value<E, V> constant(V value) {
        return new Value<>(false, (event, subject) -> value);
    }

    static <E, V> Value<E, V> fromData(Function<? super E, ? extends V> function) {
        return new Value<>(false, (event, subject) -> function.apply(event.data()));
    }

    static <E, V> Value<E, V> fromEvent(Function<? super Event<? extends E>, ? extends V> function) {
        return new Value<>(false, (event, subject) -> function.apply(event));
    }

    static <E, V> Value<E, V> fromSubject(BiFunction<? super E, ? super Subject, ? extends V> function) {
        return new Value<>(true, (event, subject) -> function.apply(event.data(), subject));
    }

    static <E, V> Value<E, V> fromEventAndSubject(
            BiFunction<Event<? extends E>, ? super Subject, ? extends V> function) {
        return new Value<>(true, (event, subject) -> function.apply(event, subject));
    }

    V of(Event<? extends E> event, Subject subject) {
        return source.apply(event, subject);
    }
}
