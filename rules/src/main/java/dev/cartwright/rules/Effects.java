package dev.cartwright.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The verbs of <em>then</em>; made for static import. */
public final class Effects {

    private Effects() {}

    /** Sets the property to a value taken from the event's data. */
    public static <E, V> Effect<E> set(Property<V> property, Function<? super E, ? extends V> value) {
        return new Effect.Set<>(property, Value.fromData(value));
    }

    /** Sets the property to a value computed from the event's data and the subject's state. */
    public static <E, V> Effect<E> set(Property<V> property,
            BiFunction<? super E, ? super Subject, ? extends V> value) {
        return new Effect.Set<>(property, Value.fromSubject(value));
    }

    /** Sets the property to a value that is always the same. */
    public static <E, V> Effect<E> setTo(Property<V> property, V value) {
        return new Effect.Set<>(property, Value.constant(value));
    }

    /** Sets the property to a value taken from the event's attributes, such as its time. */
    public static <E, V> Effect<E> setFromEvent(Property<V> property, Function<Event<? extends E>, ? extends V> value) {
        return new Effect.Set<>(property, Value.fromEvent(value));
    }

    /** Sets the property to a value computed from the event with its attributes and the subject's state. */
    public static <E, V> Effect<E> setFromEvent(Property<V> property,
            BiFunction<Event<? extends E>, ? super Subject, ? extends V> value) {
        return new Effect.Set<>(property, Value.fromEventAndSubject(value));
    }

    /** Adds to a whole number, 0 where it is absent; the order of events does not matter. */
    public static <E> Effect<E> add(Property<Long> property, Function<? super E, Long> amount) {
        return new Effect.Add<>(property, Value.fromData(amount));
    }

    /** Adds to each of these names so much, 0 where it is absent; the order of events does not matter. */
    public static <E> Effect<E> addEach(Property<Map<String, Long>> property,
            Function<? super E, Map<String, Long>> amounts) {
        return new Effect.AddEach<>(property, Value.fromData(amounts));
    }

    /** Keeps the larger of the present value and the event's; the order of events does not matter. */
    public static <E, V extends Comparable<? super V>> Effect<E> max(Property<V> property,
            Function<? super E, ? extends V> value) {
        return new Effect.Max<>(property, Value.fromData(value));
    }

    /** Replaces the present value (empty where absent) by a new one; null removes the property. */
    public static <E, V> Effect<E> update(Property<V> property, BiFunction<Optional<V>, ? super E, V> change) {
        return new Effect.Update<>(property, change);
    }

    /** Removes the property. */
    public static <E> Effect<E> remove(Property<?> property) {
        return new Effect.Remove<>(property);
    }

    /** Emits one event, made from the event's data; its subject follows from its own type. */
    public static <E, X> Effect<E> emit(Class<X> type, Function<? super E, ? extends X> event) {
        return new Effect.Emit<>(type, Value.fromData(data -> List.of(event.apply(data))));
    }

    /** Emits one event, made from the event's data and the subject's state. */
    public static <E, X> Effect<E> emit(Class<X> type, BiFunction<? super E, ? super Subject, ? extends X> event) {
        return new Effect.Emit<>(type, Value.fromSubject((data, subject) -> List.of(event.apply(data, subject))));
    }

    /** Emits any number of events, made from the event's data. */
    public static <E, X> Effect<E> emitEach(Class<X> type,
            Function<? super E, ? extends Collection<? extends X>> events) {
        return new Effect.Emit<>(type, Value.fromData(events));
    }

    /** Emits any number of events, made from the event's data and the subject's state. */
    public static <E, X> Effect<E> emitEach(Class<X> type,
            BiFunction<? super E, ? super Subject, ? extends Collection<? extends X>> events) {
        return new Effect.Emit<>(type, Value.fromSubject(events));
    }

    /** Emits any number of events, made from the event with its attributes and the subject's state. */
    public static <E, X> Effect<E> emitEachFromEvent(Class<X> type,
            BiFunction<Event<? extends E>, ? super Subject, ? extends Collection<? extends X>> events) {
        return new Effect.Emit<>(type, Value.fromEventAndSubject(events));
    }

    /** Emits one event, made from the event's data and its time. */
    public static <E, X> Effect<E> emitAt(Class<X> type, BiFunction<? super E, Instant, ? extends X> event) {
        return new Effect.Emit<>(type, Value.fromEvent(cause -> List.of(event.apply(cause.data(), cause.time()))));
    }

    /** Emits any number of events, made from the event's data and its time. */
    public static <E, X> Effect<E> emitEachAt(Class<X> type,
            BiFunction<? super E, Instant, ? extends Collection<? extends X>> events) {
        return new Effect.Emit<>(type, Value.fromEvent(cause -> events.apply(cause.data(), cause.time())));
    }

    /** The property is the subject's score in the ranking from now on; it stands in none while it is absent. */
    public static <E> Effect<E> rank(Ranking ranking, Property<Long> score) {
        return new Effect.Rank<>(ranking, score);
    }

    /** The same with a score for each name; names may only be added, by {@link #addEach}. */
    public static <E> Effect<E> rankEach(Ranking ranking, Property<Map<String, Long>> scores) {
        return new Effect.Rank<>(ranking, scores);
    }

    /** The subject stands in the ranking by the time of its last event, for as long as the property holds anything. */
    public static <E> Effect<E> rankByTime(Ranking ranking, Property<? extends Map<?, ?>> held) {
        return new Effect.RankByTime<>(ranking, held);
    }

    /** Drops the event on purpose: it stays in the log, is counted, and changes nothing. */
    public static <E> Effect<E> discard(String reason) {
        return new Effect.Discard<>(reason);
    }

    /** Refuses the event: it stays in the log, changes nothing, and becomes a dead letter with the reason. */
    public static <E> Effect<E> reject(String reason) {
        return new Effect.Reject<>(reason);
    }
}
