package dev.cartwright.rules;

import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.fired;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.rejectedBecause;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.rules.testing.Happening.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import dev.cartwright.rules.BoxEvent.Weighed;
import dev.cartwright.rules.testing.Expectations;
import dev.cartwright.rules.testing.GivenSubject;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.rules.testing.Scenario;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static final Property<Long> PIECES = Property.number("pieces");
    private static final Property<String> LABEL = Property.text("label");
    private static final Property<Map<String, Long>> COUNTS = Property.counts("counts");
    private static final Happening FILLED = event(new Filled("1", 3L));

    private static Scenario by(Rule<?>... rules) {
        return Scenario.given(RuleSet.of(BoxEvent.CATALOG, List.of(rules)), GivenSubject.subject("box/1"));
    }

    private static Engine engine(Rule<?>... rules) {
        return new Engine(RuleSet.of(BoxEvent.CATALOG, List.of(rules)), 32);
    }

    private static Event<?> filled(int second, long pieces) {
        return event(new Filled("1", pieces)).in(BoxEvent.CATALOG, second);
    }

    private static <V> Expectations.OfProperty<V> the(Property<V> property) {
        return Expectations.property(property);
    }

    @Test
    void rulesRunInOrderOfDeclaration_eachSeesWhatThoseBeforeItSet() {
        by(rule("first").on(Filled.class).then(set(PIECES, Filled::pieces)),
                rule("second").on(Filled.class).when(property(PIECES).is(3L)).then(setTo(LABEL, "full")),
                rule("third").onAny().when(property(LABEL).is("full")).then(setTo(PIECES, 0L)))
                .when(FILLED).then(the(PIECES).is(0L), the(LABEL).is("full"), fired("third"));
        by(rule("second").on(Filled.class).when(property(PIECES).is(3L)).then(setTo(LABEL, "full")),
                rule("first").on(Filled.class).then(set(PIECES, Filled::pieces)))
                .when(FILLED).then(the(PIECES).is(3L), the(LABEL).isAbsent(), stoppedBy("second", "pieces is 3"));
    }

    @Test
    void rulesOnAnyTypeRunInTheirPlaceAmongTheOthers() {
        var outcome = by(rule("a").onAny().then(), rule("b").on(Filled.class).then(), rule("c").onAny().then(),
                rule("d").on(Labelled.class).then()).when(FILLED, event("unheard-of", 1).to("box/1"));
        assertThat(outcome.decisions().get(0).firedRules()).containsExactly("a", "b", "c");
        assertThat(outcome.decisions().get(1).firedRules()).containsExactly("a", "c");
    }

    @Test
    void aTypeNamedTwiceFiresTheRuleOnce() {
        by(rule("r").onAnyOf(Filled.class, Filled.class).then(add(PIECES, data -> 1L)))
                .when(FILLED).then(the(PIECES).is(1L));
    }

    @Test
    void onAnyOf_firesOnEachOfTheTypes() {
        by(rule("r").<BoxEvent>onAnyOf(Filled.class, Labelled.class).then(add(PIECES, data -> 1L)))
                .when(FILLED, event(new Labelled("1", "x"))).then(the(PIECES).is(2L));
    }

    @Test
    void aRejectedEventChangesNothing_whateverOtherRulesDid() {
        by(rule("before").on(Filled.class).then(add(PIECES, Filled::pieces),
                emit(Loaded.class, f -> new Loaded("s", 1L))),
                rule("rejecting").on(Filled.class).then(reject("no")),
                rule("after").on(Filled.class).then(setTo(LABEL, "x")))
                .when(FILLED).then(the(PIECES).isAbsent(), the(LABEL).isAbsent(),
                        rejectedBecause("no"), nothingElseEmitted());
    }

    @Test
    void aRuleThatThrowsIsABug_theEventIsADeadLetter() {
        by(rule("before").on(Filled.class).then(add(PIECES, Filled::pieces)),
                rule("broken").on(Filled.class).then(set(LABEL, filled -> filled.box().substring(9))))
                .when(FILLED).then(the(PIECES).isAbsent(), emitted("event-dead-lettered").with("rule", "broken"),
                        rejectedBecause("the rule failed: java.lang.StringIndexOutOfBoundsException"));
    }

    @Test
    void aRuleThatRecursesForEverIsABugToo() {
        by(rule("deep").on(Filled.class).then(set(LABEL, EngineTest::recurse)))
                .when(FILLED).then(rejectedBecause("StackOverflowError"));
    }

    private static String recurse(Filled filled) {
        return recurse(filled) + "x";
    }

    @Test
    void aRejectedEventCountsInTheVersionAndMovesTheWatermark() {
        var engine = engine(rule("r").on(Filled.class).then(reject("no")));
        var state = engine.decide(State.EMPTY, filled(1, 3)).state();
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.watermark()).isEqualTo(filled(1, 3).position());
    }

    @Test
    void dataThatDoesNotFitIsADeadLetter() {
        by(rule("r").on(Filled.class).then(setTo(LABEL, "x")))
                .when(event("box-filled", Map.of("box", "1", "pieces", List.of())))
                .then(the(LABEL).isAbsent(), rejectedBecause("data is not a box-filled"));
    }

    @Test
    void aChainOfCausesThatIsTooLongIsADeadLetter() {
        var scenario = by(rule("r").on(Filled.class).then(setTo(LABEL, "x")));
        scenario.when(FILLED.afterHops(32)).then(the(LABEL).is("x"));
        scenario.when(FILLED.afterHops(33)).then(the(LABEL).isAbsent(),
                rejectedBecause("the chain of causes is longer than 32 events"));
    }

    @Test
    void aDeadLetterOfADeadLetterIsNotAnnounced_elseItCouldGoOnForEver() {
        var letter = event(new SystemEvent.DeadLettered("r", null, "t", "s", "i", "2023-04-19T09:00:00Z")).to("box/1");
        by(rule("r").on(SystemEvent.DeadLettered.class).then(reject("no")))
                .when(letter).then(rejectedBecause("no"), nothingElseEmitted());
        assertThat(by().when(letter.afterHops(33)).followUps()).isEmpty();
    }

    @Test
    void aThousandEmissionsAreTheLimit() {
        var fan = rule("fan").on(Filled.class).then(emitEach(Loaded.class,
                filled -> Collections.nCopies(filled.pieces().intValue(), new Loaded("s", 1L))));
        assertThat(by(fan).when(event(new Filled("1", 1000L))).followUps()).hasSize(1000);
        by(fan).when(event(new Filled("1", 1001L)))
                .then(rejectedBecause("more than 1000 emissions"), nothingElseEmitted());
    }

    @Test
    void aMegabyteOfEmissionsIsTheLimit() {
        int left = Engine.MAX_EMITTED_BYTES - 10 * Json.bytes(new Labelled("1", "")).length;
        by(emitsTenTimes("ä".repeat(left / 20))).when(FILLED).then(emitted(Labelled.class));
        by(emitsTenTimes("ä".repeat(left / 20 + 1))).when(FILLED)
                .then(rejectedBecause("emissions of more than 1 MB"), nothingElseEmitted());
    }

    private static Rule<Filled> emitsTenTimes(String label) {
        return rule("large").on(Filled.class)
                .then(emitEach(Labelled.class, filled -> Collections.nCopies(10, new Labelled("1", label))));
    }

    @Test
    void toldChangesCountAsEmissions() {
        var large = rule("large").on(Filled.class).then(setTo(LABEL, "x".repeat(Engine.MAX_EMITTED_BYTES)))
                .announcing(LABEL);
        by(large).when(FILLED).then(the(LABEL).isAbsent(), rejectedBecause("emissions of more than 1 MB"),
                nothingElseEmitted());
    }

    @Test
    void emissionThatNoRowCouldHoldIsABug() {
        JsonNode deep = Json.MAPPER.createArrayNode();
        for (int i = 0; i < 1000; i++) {
            deep = Json.MAPPER.createArrayNode().add(deep);
        }
        var weight = deep;
        by(rule("deep").on(Filled.class).then(emit(Weighed.class, filled -> new Weighed("1", weight))))
                .when(FILLED).then(rejectedBecause("the rule failed"), nothingElseEmitted());
    }

    @Test
    void mayRepeat_firesWhileFewerHopsDeep() {
        var echo = rule("echo").on(Filled.class).then(emit(Filled.class, filled -> new Filled("1", 1L))).mayRepeat(2);
        by(echo).when(FILLED.afterHops(1)).then(emitted(Filled.class), nothingElseEmitted());
        by(echo).when(FILLED.afterHops(2))
                .then(nothingElseEmitted(), stoppedBy("echo", "may repeat while fewer than 2 hops deep"));
    }

    @Test
    void decide_leavesTheStateBeforeAsItWas_andDecidesTheSameAgain() {
        var engine = engine(rule("r").on(Filled.class).then(
                update(COUNTS, (counts, filled) -> Map.of("a", counts.map(map -> map.get("a")).orElse(0L) + 1)),
                emit(Loaded.class, filled -> new Loaded("s", 1L))));
        var before = engine.decide(State.EMPTY, filled(1, 1)).state();
        var text = Json.text(before);
        assertThat(engine.decide(before, filled(2, 1))).isEqualTo(engine.decide(before, filled(2, 1)));
        assertThat(Json.text(before)).isEqualTo(text);
    }

    @Test
    void aRuleCannotChangeAMapBehindTheEnginesBack() {
        by(rule("sneaky").on(Filled.class).then(update(COUNTS, (counts, filled) -> {
            counts.ifPresent(Map::clear);
            return new HashMap<>(Map.of("a", 1L));
        }))).when(FILLED, FILLED).then(the(COUNTS).is(Map.of("a", 1L)),
                rejectedBecause("UnsupportedOperationException"));
    }

    @Test
    void fold_isDecidedOneAfterTheOther() {
        var engine = engine(rule("r").on(Filled.class).then(add(PIECES, Filled::pieces)));
        var events = List.of(filled(1, 3), filled(2, 4), filled(3, 5));
        var state = engine.fold(events);
        assertThat(state.get(PIECES)).contains(12L);
        assertThat(state.version()).isEqualTo(3);
        assertThat(state.watermark()).isEqualTo(events.get(2).position());
        assertThat(engine.fold(engine.fold(events.subList(0, 1)), events.subList(1, 3))).isEqualTo(state);
    }

    @Test
    void anEventThatNoRuleKnowsIsCountedAndNoMore() {
        var state = engine().decide(State.EMPTY, event("unheard-of", Map.of()).to("box/1").in(BoxEvent.CATALOG, 1))
                .state();
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.properties()).isEmpty();
    }

    @Test
    void covers_isTrueUpToTheWatermark() {
        var state = engine().fold(List.of(filled(2, 1)));
        assertThat(state.covers(filled(1, 1).position())).isTrue();
        assertThat(state.covers(filled(2, 1).position())).isTrue();
        assertThat(state.covers(filled(3, 1).position())).isFalse();
        assertThat(State.EMPTY.covers(filled(1, 1).position())).isFalse();
    }

    @Test
    void differences_tellOldAndNewOfEachProperty() {
        var before = new State(Map.of("a", 1L, "b", "x", "c", true), null, 0, Map.of());
        var after = new State(Map.of("a", 2L, "b", "x", "d", "new"), null, 0, Map.of());
        assertThat(Json.text(Engine.differences(before, after))).isEqualTo(
                "{\"a\":{\"new\":2,\"old\":1},\"c\":{\"new\":null,\"old\":true},\"d\":{\"new\":\"new\",\"old\":null}}");
    }
}
