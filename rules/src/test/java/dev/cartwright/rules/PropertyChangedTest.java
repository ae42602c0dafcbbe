package dev.cartwright.rules;

import static dev.cartwright.rules.Conditions.changed;
import static dev.cartwright.rules.Conditions.data;
import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.discard;
import static dev.cartwright.rules.Effects.remove;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.rules.testing.Happening.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.SystemEvent.PropertyChanged;
import dev.cartwright.rules.testing.GivenSubject;
import dev.cartwright.rules.testing.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyChangedTest {

    private static final Property<String> LABEL = Property.text("label");
    private static final Property<Long> PIECES = Property.number("pieces");
    private static final Property<Map<String, Long>> COUNTS = Property.counts("counts");
    private static final GivenSubject BOX = GivenSubject.subject("box/1");
    private static final Rule<Labelled> SETS_LABEL = rule("labelling").on(Labelled.class)
            .then(set(LABEL, Labelled::label));

    private static Scenario by(GivenSubject subject, Rule<?>... rules) {
        return Scenario.given(RuleSet.of(BoxEvent.CATALOG, List.of(rules)), subject);
    }

    private static JsonNode json(Object value) {
        return Json.MAPPER.valueToTree(value);
    }

    @Test
    void anAnnouncedPropertysChangeIsTold_withOldAndNew() {
        by(BOX.with(LABEL, "a"), SETS_LABEL.announcing(LABEL)).when(event(new Labelled("1", "b")))
                .then(emitted("subject-property-changed").to("box/1").with("propertyname", "label")
                        .with("property", "label").with("old", "a").with("new", "b"), nothingElseEmitted());
    }

    @Test
    void aSubscribedPropertysChangeIsTold() {
        by(BOX, SETS_LABEL, rule("watching").onChangeOf(LABEL).then()).when(event(new Labelled("1", "b")))
                .then(emitted("subject-property-changed").with("old", null).with("new", "b"), nothingElseEmitted());
    }

    @Test
    void aPropertyThatNobodyAsksForIsNotTold() {
        by(BOX, SETS_LABEL, rule("watching").onChangeOf(PIECES).then()).when(event(new Labelled("1", "b")))
                .then(property(LABEL).is("b"), nothingElseEmitted());
    }

    @Test
    void aPropertyThatIsSetToWhatItWasIsNotTold() {
        by(BOX.with(LABEL, "b"), SETS_LABEL.announcing(LABEL)).when(event(new Labelled("1", "b")))
                .then(nothingElseEmitted());
    }

    @Test
    void aChangeThatALaterRuleTakesBackIsNotTold() {
        by(BOX.with(LABEL, "a"), SETS_LABEL.announcing(LABEL), rule("back").on(Labelled.class).then(setTo(LABEL, "a")))
                .when(event(new Labelled("1", "b"))).then(nothingElseEmitted());
    }

    @Test
    void aRemovedPropertyIsToldWithoutANewValue() {
        by(BOX.with(LABEL, "a"), rule("r").on(Filled.class).then(remove(LABEL)).announcing(LABEL))
                .when(event(new Filled("1", 1L)))
                .then(emitted("subject-property-changed").with("old", "a").with("new", null), nothingElseEmitted());
    }

    @Test
    void aDiscardedEventTellsNothing() {
        by(BOX, SETS_LABEL.announcing(LABEL), rule("r").on(Labelled.class).then(discard("no")))
                .when(event(new Labelled("1", "b"))).then(nothingElseEmitted());
    }

    @Test
    void ofMapsTheChangedKeysOnly() {
        var counting = rule("r").on(Filled.class).then(update(COUNTS, (old, filled) -> {
            var counts = new HashMap<>(old.orElse(Map.of()));
            counts.remove("gone");
            counts.put("more", 9L);
            counts.put("new", 1L);
            return counts;
        })).announcing(COUNTS);
        by(BOX.with(COUNTS, Map.of("same", 5L, "gone", 2L, "more", 3L)), counting).when(event(new Filled("1", 1L)))
                .then(emitted("subject-property-changed").with("old", Map.of("gone", 2, "more", 3))
                        .with("new", Map.of("more", 9, "new", 1)), nothingElseEmitted());
    }

    @Test
    void severalAreToldInOrderOfTheirNames() {
        var both = rule("r").on(Filled.class).then(add(PIECES, Filled::pieces), setTo(LABEL, "full"))
                .announcing(PIECES, LABEL);
        assertThat(by(BOX, both).when(event(new Filled("1", 1L))).followUps())
                .extracting(FollowUp::propertyName).containsExactly("label", "pieces");
    }

    @Test
    void aRuleFiresOnTheChangeThatItSubscribesTo() {
        var watching = rule("watching").onChangeOf(LABEL).when(changed(LABEL, "a", "b"))
                .then(add(PIECES, change -> 1L));
        by(BOX, watching).when(event(new PropertyChanged("label", json("a"), json("b"))).to("box/1"))
                .then(property(PIECES).is(1L));
        by(BOX, watching).when(event(new PropertyChanged("label", json("a"), json("c"))).to("box/1"))
                .then(property(PIECES).isAbsent(), stoppedBy("watching", "label changed from a to b"));
        by(BOX, watching).when(event(new PropertyChanged("pieces", json(1), json(2))).to("box/1"))
                .then(property(PIECES).isAbsent(), stoppedBy("watching", "change of [label]"));
    }

    @Test
    void aRuleOnThePlainTypeHearsAllThatIsTold() {
        var hearing = rule("hearing").on(PropertyChanged.class)
                .when(data("a label", change -> change.property().equals("label")))
                .then(add(PIECES, change -> 1L));
        by(BOX, hearing).when(event(new PropertyChanged("label", null, json("c"))).to("box/1"))
                .then(property(PIECES).is(1L));
    }

    @Test
    void onlySubscribedFollowUpsAreDeliveredBack() {
        var told = by(BOX, SETS_LABEL.announcing(LABEL)).when(event(new Labelled("1", "b"))).followUps().get(0);
        assertThat(subscribed(told, SETS_LABEL.announcing(LABEL))).isFalse();
        assertThat(subscribed(told, rule("r").onChangeOf(PIECES).then())).isFalse();
        assertThat(subscribed(told, rule("r").onChangeOf(PIECES, LABEL).then())).isTrue();
        assertThat(subscribed(told, rule("r").on(PropertyChanged.class).then())).isTrue();
        assertThat(subscribed(told, rule("r").onAny().then())).isTrue();
    }

    @Test
    void aFollowUpOfAShopTypeIsDeliveredWhereARuleIsOnIt() {
        var labelled = new FollowUp("id", "r", 1, "box-labelled", "box/2", json(Map.of()), null);
        assertThat(subscribed(labelled, SETS_LABEL)).isTrue();
        assertThat(subscribed(labelled, rule("r").on(Filled.class).then())).isFalse();
        assertThat(subscribed(labelled, rule("r").onAny().then())).isTrue();
    }

    private static boolean subscribed(FollowUp followUp, Rule<?>... rules) {
        return RuleSet.of(BoxEvent.CATALOG, List.of(rules)).subscribesTo(followUp);
    }
}
