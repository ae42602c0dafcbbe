package dev.cartwright.runtime.simulation;

import static dev.cartwright.rules.Conditions.data;
import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.addEach;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.max;
import static dev.cartwright.rules.Effects.rankEach;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;

import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events and rules of every sort that matters to a commit: blind, depending on state, failing, order-free. */
@FunctionGroup("sim")
sealed interface SimEvent {

    Property<String> TRAIL = Property.text("trail");
    Property<String> LAST = Property.text("last");
    Property<String> MODE = Property.text("mode");
    Property<Long> COUNT = Property.number("count");
    Property<Long> HIGHEST = Property.number("highest");
    Property<Map<String, Long>> WORDS = Property.counts("words");
    Ranking.Place PLACE = new Ranking.Place("all", "", Instant.EPOCH);
    Ranking RANKING = new Ranking("words", Duration.ofDays(1), subject ->
            Optional.of(new Ranking.Place(PLACE.board(), subject, PLACE.begins())));

    /** What goes out depends on the event alone; the state on the order. */
    @EventType(value = "noted", subject = "note/{id}")
    record Noted(String id, String word, long number) implements SimEvent {}

    /** What goes out depends on the state. */
    @EventType(value = "switched", subject = "switch/{id}")
    record Switched(String id, String word, long number) implements SimEvent {}

    /** Nothing depends on the order. */
    @EventType(value = "counted", subject = "count/{id}")
    record Counted(String id, String word, long number) implements SimEvent {}

    /** @param edition rules of another edition set and emit other words */
    static RuleSet rules(String edition) {
        return RuleSet.of(EventCatalog.of(SimEvent.class), List.of(
                rule("note").on(Noted.class).then(
                        update(TRAIL, (trail, noted) -> trail.orElse("") + noted.word()),
                        emit(Counted.class, noted -> new Counted("all", noted.word() + edition, noted.number()))),
                rule("note-fails-on-long-trails").on(Noted.class)
                        .when(data("word is x", noted -> noted.word().equals("x")))
                        .then(update(LAST, (last, noted) -> failOn("x", last.orElse("")) + noted.word())),
                rule("switch").on(Switched.class).then(
                        update(TRAIL, (trail, switched) -> trail.orElse("") + edition + switched.word()),
                        update(MODE, (mode, switched) -> switched.word())),
                rule("switch-tells").on(Switched.class)
                        .when(property(TRAIL).matches("trail is even", trail -> trail.length() % 2 == 0))
                        .then(emit(Noted.class, (switched, subject) ->
                                new Noted("told" + edition, subject.get(TRAIL).orElse(""), switched.number()))),
                rule("switch-rejects").on(Switched.class)
                        .when(property(TRAIL).matches("trail has zz", trail -> trail.contains("zz")))
                        .then(reject("two z in a row")),
                rule("count").on(Counted.class).then(
                        add(COUNT, counted -> 1L),
                        addEach(WORDS, counted -> Map.of(counted.word(), 1L)),
                        rankEach(RANKING, WORDS),
                        max(HIGHEST, Counted::number),
                        set(LAST, Counted::word))));
    }

    private static String failOn(String bad, String last) {
        if (last.endsWith(bad)) {
            throw new IllegalStateException("last is " + last);
        }
        return last;
    }
}
