package dev.cartwright.rules;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What a rule does, as data; made by {@link Effects}, interpreted by the {@link Engine}.
 *
 * @param <E> the data of the events that it can be computed from
 */
public sealed interface Effect<E> {

    /** True where the outcome depends on the subject's state and not on the event alone. */
    default boolean readsState() {
        return false;
    }

    /** The property that it changes, if any. */
    default Optional<Property<?>> property() {
        return Optional.empty();
    }

    /** The name in the vocabulary. */
    default String verb() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** An effect on one property. */
    sealed interface Change<E> extends Effect<E> {

        Property<?> target();

        @Override
        default Optional<Property<?>> property() {
            return Optional.of(target());
        }
    }

    /** An effect on one property by a value that is computed from the event. */
    sealed interface Assignment<E, V> extends Change<E> {

        Value<E, V> value();

        @Override
        default boolean readsState() {
            return value().readsState();
        }
    }

    record Set<E, V>(Property<V> target, Value<E, V> value) implements Assignment<E, V> {}

    record Add<E>(Property<Long> target, Value<E, Long> value) implements Assignment<E, Long> {}

    record AddEach<E>(Property<Map<String, Long>> target, Value<E, Map<String, Long>> value)
            implements Assignment<E, Map<String, Long>> {
        @Override
        public String verb() {
            return "add-each";
        }
    }

    record Max<E, V extends Comparable<? super V>>(Property<V> target, Value<E, V> value) implements Assignment<E, V> {}

    record Update<E, V>(Property<V> target, BiFunction<Optional<V>, ? super E, V> change) implements Change<E> {
        @Override
        public boolean readsState() {
            return true;
        }
    }

    record Remove<E>(Property<?> target) implements Change<E> {}

    record Emit<E, X>(Class<X> type, Value<E, ? extends Collection<? extends X>> events) implements Effect<E> {
        @Override
        public boolean readsState() {
            return events.readsState();
        }
    }

    /** Changes nothing of the subject, which stands in a ranking, whatever it was that changed it. */
    sealed interface Ranked<E> extends Effect<E> {

        Ranking ranking();

        Property<?> score();

        /** What the subject has to say to the ranking, by name; by the name "" where there is one score. */
        Map<String, Long> scores(State state);
    }

    record Rank<E>(Ranking ranking, Property<?> score) implements Ranked<E> {
        @Override
        public Map<String, Long> scores(State state) {
            var plain = state.properties().get(score.name());
            Map<String, Long> scores = new TreeMap<>();
            if (plain instanceof Map<?, ?> names) {
                names.forEach((name, value) -> scores.put((String) name, ((Number) value).longValue()));
            } else if (plain != null) {
                scores.put("", ((Number) plain).longValue());
            }
            return scores;
        }
    }

    record RankByTime<E>(Ranking ranking, Property<? extends Map<?, ?>> score) implements Ranked<E> {
        @Override
        public Map<String, Long> scores(State state) {
            if (state.watermark() == null) {
                return Map.of();
            }
            long millis = state.watermark().time().toEpochMilli();
            boolean stands = state.properties().get(score.name()) instanceof Map<?, ?> held && !held.isEmpty();
            return Map.of("", stands ? millis : -millis);
        }

        @Override
        public String verb() {
            return "rank-by-time";
        }
    }

    record Discard<E>(String reason) implements Effect<E> {}

    record Reject<E>(String reason) implements Effect<E> {}
}
