package dev.cartwright.rules.testing;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.RuleTrace;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of <em>then</em> in a scenario; made for static import. */
public final class Expectations {

    private Expectations() {}

    /** Starts an expectation on one property. */
    public static <V> OfProperty<V> property(Property<V> property) {
        return new OfProperty<>(property);
    }

    /** What can be expected of one property. */
    public record OfProperty<V>(Property<V> property) {

        public Expectation is(V value) {
            return expect(Json.plain(value));
        }

        public Expectation isAbsent() {
            return expect(null);
        }

        private Expectation expect(Object value) {
            return (outcome, unclaimed) -> {
                var actual = outcome.state().properties().get(property.name());
                return when(!Objects.equals(value, actual), "expected " + property + " to be " + TraceText.value(value)
                        + ", but it is " + TraceText.value(actual));
            };
        }
    }

    /** An event of this record type went out. */
    public static Emitted emitted(Class<?> type) {
        return emitted(Happening.typeOf(type));
    }

    /** An event of this type went out. */
    public static Emitted emitted(String type) {
        return new Emitted(type, followUp -> true, "");
    }

    /** All that went out was expected before this. */
    public static Expectation nothingElseEmitted() {
        return (outcome, unclaimed) -> when(!unclaimed.isEmpty(), "expected nothing else to be emitted, but there is "
                + unclaimed.stream().map(FollowUp::type).toList());
    }

    /** The rule was tried and did not fire, for the condition with these words. */
    public static Expectation stoppedBy(String rule, String words) {
        return (outcome, unclaimed) -> when(traces(outcome, rule).noneMatch(trace -> words.equals(trace.stoppedBy())),
                "expected " + rule + " to be stopped by '" + words + "'");
    }

    /** The rule fired. */
    public static Expectation fired(String rule) {
        return (outcome, unclaimed) -> when(traces(outcome, rule).noneMatch(RuleTrace::fired),
                "expected " + rule + " to fire");
    }

    /** The last event was dropped on purpose. */
    public static Expectation discarded() {
        return (outcome, unclaimed) -> when(outcome.decision().outcome() != Decision.Outcome.DISCARDED,
                "expected the event to be discarded");
    }

    /** The last event became a dead letter, with a reason that contains these words. */
    public static Expectation rejectedBecause(String words) {
        return (outcome, unclaimed) -> {
            unclaimed.removeIf(FollowUp::isDeadLetter);
            return when(outcome.decision().outcome() != Decision.Outcome.DEAD_LETTERED
                    || !outcome.decision().reason().contains(words), "expected a dead letter because '" + words + "'");
        };
    }

    static Optional<String> when(boolean failed, String message) {
        return failed ? Optional.of(message) : Optional.empty();
    }

    private static Stream<RuleTrace> traces(Outcome outcome, String rule) {
        return outcome.decisions().stream().flatMap(decision -> decision.trace().stream())
                .filter(trace -> trace.rule().equals(rule));
    }
}
