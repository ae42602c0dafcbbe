package dev.cartwright.rules;

import static dev.cartwright.rules.Conditions.data;
import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.discard;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Happening.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A decision that looked at the state is written with a condition, one that did not is written blind. */
class ReadStateTest {

    private static final Property<Long> PIECES = Property.number("pieces");
    private static final Property<String> LABEL = Property.text("label");
    private static final Effect<Filled> EMISSION = emit(Loaded.class, filled -> new Loaded("s", filled.pieces()));

    private static boolean readState(Rule<?>... rules) {
        return readState(State.EMPTY, rules);
    }

    private static boolean readState(State before, Rule<?>... rules) {
        var engine = new Engine(RuleSet.of(BoxEvent.CATALOG, List.of(rules)), 32);
        return engine.decide(before, event(new Filled("1", 3L)).in(BoxEvent.CATALOG, 1)).readState();
    }

    private static Rule.When<Filled> onFilled() {
        return rule("r").on(Filled.class);
    }

    @Test
    void false_whereOnlyTheEventWasLookedAt() {
        assertThat(readState(onFilled().when(data("many", filled -> true)).then(EMISSION))).isFalse();
        assertThat(readState(onFilled().then(discard("no")))).isFalse();
        assertThat(readState(onFilled().then(reject("no")))).isFalse();
    }

    @Test
    void false_whereTheStateChangesOnlyTheState() {
        assertThat(readState(onFilled().when(property(PIECES).isAbsent()).then(setTo(LABEL, "x")))).isFalse();
        assertThat(readState(onFilled().then(update(PIECES, (old, filled) -> 1L), EMISSION))).isFalse();
    }

    @Test
    void true_whereAConditionOnTheStateStandsBeforeWhatGoesOut_whetherItHoldsOrNot() {
        var label = new State(Map.of("label", "x"), null, 0, Map.of());
        for (var effect : List.of(EMISSION, Effects.<Filled>discard("no"), Effects.<Filled>reject("no"))) {
            var rule = onFilled().when(property(LABEL).isPresent()).then(effect);
            assertThat(readState(rule)).isTrue();
            assertThat(readState(label, rule)).isTrue();
        }
    }

    @Test
    void true_whereTheEmissionLooksAtTheState() {
        assertThat(readState(onFilled().then(emit(Loaded.class, (filled, box) -> new Loaded(box.get(LABEL, "s"), 1L)))))
                .isTrue();
    }

    @Test
    void false_whereAConditionOnTheEventStoppedTheRuleBefore() {
        assertThat(readState(onFilled().when(data("never", filled -> false), property(LABEL).isPresent())
                .then(EMISSION)))
                .isFalse();
    }

    @Test
    void true_whereAToldPropertyMayChange_whetherItDoesOrNot() {
        var rule = onFilled().then(setTo(LABEL, "x")).announcing(LABEL);
        assertThat(readState(rule)).isTrue();
        assertThat(readState(new State(Map.of("label", "x"), null, 0, Map.of()), rule)).isTrue();
    }

    @Test
    void false_whereThePropertyIsToldButThisTypeDoesNotChangeIt() {
        assertThat(readState(onFilled().then(setTo(LABEL, "x")), rule("other").on(Loaded.class)
                .then(add(PIECES, loaded -> 1L)).announcing(PIECES))).isFalse();
    }

    @Test
    void true_whereARuleFails_forItsWordsMayDifferFromJvmToJvm() {
        assertThat(readState(onFilled().then(set(LABEL, filled -> filled.box().substring(9))))).isTrue();
    }

    @Test
    void true_whereAnAdditionFailsOnWhatIsThere() {
        var text = new State(Map.of("pieces", "many"), null, 0, Map.of());
        assertThat(readState(text, onFilled().then(add(PIECES, Filled::pieces)))).isTrue();
    }

    @Test
    void false_whereTheDataDoesNotFit() {
        var unreadable = event("box-filled", Map.of("box", "1", "pieces", List.of())).in(BoxEvent.CATALOG, 1);
        var engine = new Engine(RuleSet.of(BoxEvent.CATALOG, List.of()), 32);
        assertThat(engine.decide(State.EMPTY, unreadable).readState()).isFalse();
    }
}
