package dev.cartwright.rules;

import static dev.cartwright.rules.Conditions.data;
import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.addEach;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.max;
import static dev.cartwright.rules.Effects.rankEach;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.remove;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Happening.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import dev.cartwright.rules.testing.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether an event of the type {@code box-filled} may be applied late without folding again. */
class OrderFreedomTest {

    private static final Property<Long> PIECES = Property.number("pieces");
    private static final Property<String> LABEL = Property.text("label");
    private static final Rule<?> ADDS = rule("adds").on(Filled.class).then(add(PIECES, Filled::pieces));
    private static final Rule<?> SETS = rule("sets").on(Filled.class)
            .then(set(LABEL, filled -> "filled " + filled.pieces()));

    private static boolean orderFree(Rule<?>... rules) {
        return RuleSet.of(BoxEvent.CATALOG, List.of(rules)).isOrderFree("box-filled");
    }

    @Test
    void addMaxAndSetFromTheEventAloneCommute() {
        assertThat(orderFree(ADDS)).isTrue();
        assertThat(orderFree(SETS)).isTrue();
        assertThat(orderFree(ADDS, SETS)).isTrue();
        assertThat(orderFree(rule("r").on(Filled.class).then(max(PIECES, Filled::pieces)))).isTrue();
    }

    @Test
    void addEachCommutes_andRankingChangesNothing() {
        var counts = Property.counts("counts");
        var ranking = new Ranking("ranking", Duration.ofDays(1), subject -> Optional.empty());
        var adds = rule("a").on(Filled.class)
                .then(addEach(counts, filled -> Map.of(filled.box(), 1L)), rankEach(ranking, counts));
        assertThat(orderFree(adds)).isTrue();
        assertThat(orderFree(adds, rule("r").on(Labelled.class)
                .then(addEach(counts, labelled -> Map.of(labelled.label(), 1L))))).isTrue();
        assertThat(orderFree(ADDS, rule("r").on(Labelled.class).then(addEach(Property.counts("pieces"),
                labelled -> Map.of(labelled.label(), 1L))))).isFalse();
    }

    @Test
    void conditionsOnTheEvent_emissionsAndRejectionsDoNotMatter() {
        assertThat(orderFree(rule("r").on(Filled.class).when(data("many", filled -> filled.pieces() > 2))
                .then(add(PIECES, Filled::pieces), emit(Loaded.class, filled -> new Loaded("s", 1L)), reject("no"))))
                        .isTrue();
    }

    @Test
    void whatReadsTheStateDoesNot() {
        assertThat(orderFree(rule("r").on(Filled.class).then(update(PIECES, (old, filled) -> 1L)))).isFalse();
        assertThat(orderFree(rule("r").on(Filled.class).then(set(PIECES, (filled, box) -> 1L)))).isFalse();
        assertThat(orderFree(rule("r").on(Filled.class).when(property(LABEL).isPresent()).then(add(PIECES, f -> 1L))))
                .isFalse();
    }

    @Test
    void whatRemovesDoesNot() {
        assertThat(orderFree(rule("r").on(Filled.class).then(remove(LABEL)))).isFalse();
        assertThat(orderFree(SETS, rule("r").on(Labelled.class).then(remove(LABEL)))).isFalse();
    }

    @Test
    void aNeighbourThatReadsTheStateMayReadWhatThisChanges() {
        assertThat(orderFree(ADDS, rule("r").on(Labelled.class).when(property(PIECES).is(1L)).then(setTo(LABEL, "x"))))
                .isFalse();
        assertThat(orderFree(ADDS, rule("r").onAny().then(update(LABEL, (old, any) -> "x")))).isFalse();
        assertThat(orderFree(ADDS, rule("r").onChangeOf(LABEL).then(update(LABEL, (old, change) -> "x")).mayRepeat(1)))
                .isFalse();
    }

    @Test
    void rulesOnOtherKindsOfSubjectsDoNotMatter() {
        assertThat(orderFree(ADDS, rule("r").on(Loaded.class).then(update(PIECES, (old, loaded) -> 1L)))).isTrue();
    }

    @Test
    void twoVerbsOnOnePropertyDoNotCommute() {
        assertThat(orderFree(ADDS, rule("r").on(Labelled.class).then(setTo(PIECES, 1L)))).isFalse();
        assertThat(orderFree(ADDS, rule("r").on(Labelled.class).then(max(PIECES, labelled -> 1L)))).isFalse();
        assertThat(orderFree(ADDS, rule("r").onAny().then(setTo(PIECES, 1L)))).isFalse();
    }

    @Test
    void oneNameWithTwoTypesDoesNotCommute_theLargestNumberIsNotTheLargestText() {
        var asText = Property.text("pieces");
        assertThat(orderFree(rule("n").on(Filled.class).then(max(PIECES, Filled::pieces)),
                rule("t").on(Labelled.class).then(max(asText, Labelled::label)))).isFalse();
    }

    @Test
    void aToldPropertyIsFoldedAgain_forWhatWasToldAfterItMayDiffer() {
        assertThat(orderFree(rule("r").on(Filled.class).then(add(PIECES, Filled::pieces)).announcing(PIECES)))
                .isFalse();
        assertThat(orderFree(ADDS, rule("r").onChangeOf(PIECES).then())).isFalse();
        assertThat(orderFree(ADDS, rule("r").on(Labelled.class).then(setTo(LABEL, "x")).announcing(LABEL))).isTrue();
    }

    @Test
    void aTypeWithoutRulesOfItsOwnIsNotKnown() {
        var rules = RuleSet.of(BoxEvent.CATALOG, List.of(rule("r").onAny().then(add(PIECES, any -> 1L))));
        assertThat(rules.isOrderFree("unheard-of")).isFalse();
        assertThat(rules.isOrderFree("box-filled")).isFalse();
    }

    @Test
    void theLatestSetWins_whenItComesLate() {
        assertLateLabel("filled 3", event(new Filled("1", 3L)), event(new Filled("1", 2L)));
    }

    @Test
    void theLatestSetWins_overAnEarlierOneOfATypeThatIsNotOrderFree() {
        assertLateLabel("labelled", event(new Labelled("1", "labelled")), event(new Filled("1", 2L)),
                SETS, rule("notFree").on(Labelled.class).then(set(LABEL, Labelled::label),
                        remove(Property.flag("open"))));
    }

    @Test
    void theLatestSetWins_overAnEarlierOneOfAnUndeclaredType() {
        assertLateLabel("any", event("unheard-of", 1).to("box/1"), event(new Filled("1", 2L)),
                SETS, rule("any").onAny().then(setTo(LABEL, "any")));
    }

    private static void assertLateLabel(String expected, Happening later,
            Happening late, Rule<?>... rules) {
        var set = RuleSet.of(BoxEvent.CATALOG, rules.length == 0 ? List.of(SETS) : List.of(rules));
        assertThat(set.isOrderFree("box-filled")).isTrue();
        var engine = new Engine(set, 32);
        var first = late.in(BoxEvent.CATALOG, 1);
        var second = later.in(BoxEvent.CATALOG, 2);
        var state = engine.decide(engine.fold(List.of(second)), first).state();
        assertThat(state.get(LABEL)).contains(expected);
        assertThat(state).isEqualTo(engine.fold(List.of(first, second)));
    }
}
