package dev.cartwright.rules;

import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Happening.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import dev.cartwright.rules.testing.Happening;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final Property<String> LABEL = Property.text("label");
    private static final Happening FILLED = event(new Filled("1", 3L));
    private static final Rule<?> TWO = rule("two").on(Filled.class)
            .then(emitEach(Loaded.class, filled -> List.of(new Loaded("s", 1L), new Loaded("s", 1L))));
    private static final Rule<?> ONE = rule("one").on(Filled.class)
            .then(setTo(LABEL, "full"), emit(Labelled.class, filled -> new Labelled("2", "x"))).announcing(LABEL);

    private static List<FollowUp> of(Happening happening, Rule<?>... rules) {
        var set = RuleSet.of(BoxEvent.CATALOG, List.of(rules));
        return new Engine(set, 32).decide(State.EMPTY, happening.in(BoxEvent.CATALOG, 1)).followUps();
    }

    private static List<String> ids(List<FollowUp> followUps) {
        return followUps.stream().map(FollowUp::id).toList();
    }

    @Test
    void idsAreTheSameWheneverDecided() {
        assertThat(ids(of(FILLED, TWO, ONE))).isEqualTo(ids(of(FILLED, TWO, ONE)));
    }

    @Test
    void anIdIsTheHashOfCauseRuleAndIndex_knownForEver() {
        assertThat(of(FILLED, ONE).get(0).id()).isEqualTo("2061c817779aa9bda8d6fe901bee59ab").hasSize(32);
    }

    @Test
    void idsDependOnTheRuleAndNotOnItsNeighbours() {
        assertThat(ids(of(FILLED, TWO, ONE))).containsExactlyInAnyOrderElementsOf(ids(of(FILLED, ONE, TWO)));
        assertThat(ids(of(FILLED, TWO, ONE))).containsAll(ids(of(FILLED, TWO)));
    }

    @Test
    void idsAreDistinct_byIndex_rule_source_id_andTime() {
        var seen = new HashSet<String>();
        for (var cause : List.of(FILLED, FILLED.from("/other"), FILLED.withId("other"),
                FILLED.at("2024-01-01T00:00:00Z"), FILLED.withId("a#b").from("c"), FILLED.withId("a").from("b#c"))) {
            assertThat(ids(of(cause, TWO, ONE))).hasSize(4).allMatch(seen::add);
        }
    }

    @Test
    void theTimeIsTheCausesPlusOneMicrosecondEach_overAllRulesInOrderOfDeclaration() {
        var followUps = of(FILLED, TWO, ONE);
        assertThat(followUps).extracting(FollowUp::type)
                .containsExactly("shelf-loaded", "shelf-loaded", "box-labelled", "subject-property-changed");
        assertThat(followUps).extracting(FollowUp::rule)
                .containsExactly("two", "two", "one", "subject-property-changed:label");
        var cause = Instant.parse("2023-04-19T09:00:01Z");
        assertThat(followUps).extracting(followUp -> followUp.time(cause).toString()).containsExactly(
                "2023-04-19T09:00:01.000001Z", "2023-04-19T09:00:01.000002Z",
                "2023-04-19T09:00:01.000003Z", "2023-04-19T09:00:01.000004Z");
    }

    @Test
    void anEffectStandsAfterItsCause() {
        var cause = FILLED.in(BoxEvent.CATALOG, 1);
        assertThat(of(FILLED, TWO)).allMatch(followUp ->
                Position.of(followUp.time(cause.time()), followUp.id(), "/f").compareTo(cause.position()) > 0);
    }

    @Test
    void aFollowUpIsTheSameBeforeAndAfterItWasStored() throws Exception {
        for (var followUp : of(FILLED, TWO, ONE)) {
            assertThat(Json.MAPPER.readValue(Json.text(followUp), FollowUp.class)).isEqualTo(followUp);
        }
    }

    @Test
    void theChainBeginsWithTheFirstEvent() {
        var first = FILLED.withId("request").in(BoxEvent.CATALOG, 1);
        assertThat(first.correlationId()).isEqualTo("request");
        var later = new Event<>("t", "s", "i", "box/1", Instant.EPOCH, null,
                new Causality("request", "x", 1, null, null));
        assertThat(later.correlationId()).isEqualTo("request");
    }
}
