package dev.cartwright.rules;

import java.util.Collection;
import java.util.Optional;
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
    String verb();

    record SetProperty<E, V>(Property<V> target, Value<E, V> value) implements Effect<E> {
        @Override
        public boolean readsState() {
            return value.readsState();
        }

        @Override
        public Optional<Property<?>> property() {
            return Optional.of(target);
        }

        @Override
        public String verb() {
            return "set";
        }
    }

    record Add<E>(Property<Long> target, Value<E, Long> amount) implements Effect<E> {
        @Override
        public boolean readsState() {
            return amount.readsState();
        }

        @Override
        public Optional<Property<?>> property() {
            return Optional.of(target);
        }

        @Override
        public String verb() {
            return "add";
        }
    }

    record Max<E, V extends Comparable<? super V>>(Property<V> target, Value<E, V> value) implements Effect<E> {
        @Override
        public boolean readsState() {
            return value.readsState();
        }

        @Override
        public Optional<Property<?>> property() {
            return Optional.of(target);
        }

        @Override
        public String verb() {
            return "max";
        }
    }

    record Update<E, V>(Property<V> target, BiFunction<Optional<V>, ? super E, V> change) implements Effect<E> {
        @Override
        public boolean readsState() {
            return true;
        }

        @Override
        public Optional<Property<?>> property() {
            return Optional.of(target);
        }

        @Override
        public String verb() {
            return "update";
        }
    }

    record Remove<E>(Property<?> target) implements Effect<E> {
        @Override
        public Optional<Property<?>> property() {
            return Optional.of(target);
        }

        @Override
        public String verb() {
            return "remove";
        }
    }

    record Emit<E, X>(Class<X> type, Value<E, ? extends Collection<? extends X>> events) implements Effect<E> {
        @Override
        public boolean readsState() {
            return events.readsState();
        }

        @Override
        public String verb() {
            return "emit";
        }
    }

    record Discard<E>(String reason) implements Effect<E> {
        @Override
        public String verb() {
            return "discard";
        }
    }

    record Reject<E>(String reason) implements Effect<E> {
        @Override
        public String verb() {
            return "reject";
        }
    }
}
