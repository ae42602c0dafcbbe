package dev.cartwright.rules;

import static dev.cartwright.rules.Conditions.all;
import static dev.cartwright.rules.Conditions.any;
import static dev.cartwright.rules.Conditions.changed;
import static dev.cartwright.rules.Conditions.changedTo;
import static dev.cartwright.rules.Conditions.data;
import static dev.cartwright.rules.Conditions.not;
import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Conditions.subject;
import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Happening.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.SystemEvent.PropertyChanged;
import dev.cartwright.rules.testing.GivenSubject;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.rules.testing.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Property<String> LABEL = Property.text("label");
    private static final Happening THREE_PIECES = event(new Filled("1", 3L));
    private static final GivenSubject NEW = GivenSubject.subject("box/1");

    /** The words of the condition that stopped the rule; null where it fired. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static String stopped(GivenSubject box, Happening happening, Condition<? super Filled>... conditions) {
        return stoppedBy(rule("r").on(Filled.class).when(conditions).then(), box, happening);
    }

    private static String stoppedBy(Rule<?> rule, GivenSubject box, Happening happening) {
        return Scenario.given(RuleSet.of(BoxEvent.CATALOG, List.of(rule)), box).when(happening)
                .decision().trace().get(0).stoppedBy();
    }

    @Test
    void data_asksThePayload() {
        assertThat(stopped(NEW, THREE_PIECES, data("many", filled -> filled.pieces() > 2))).isNull();
        assertThat(stopped(NEW, THREE_PIECES, data("many", filled -> filled.pieces() > 3))).isEqualTo("many");
    }

    @Test
    void event_asksTheAttributes() {
        Condition<Filled> fromTill = Conditions.event("from the till", event -> event.source().equals("/till"));
        assertThat(stopped(NEW, THREE_PIECES.from("/till"), fromTill)).isNull();
        assertThat(stopped(NEW, THREE_PIECES, fromTill)).isEqualTo("from the till");
    }

    @Test
    void subject_asksTheStateAsAWhole() {
        Condition<Filled> known = subject("known", box -> box.get(LABEL).isPresent() && box.name().equals("box/1"));
        assertThat(stopped(NEW.with(LABEL, "a"), THREE_PIECES, known)).isNull();
        assertThat(stopped(NEW, THREE_PIECES, known)).isEqualTo("known");
    }

    @Test
    void subjectIs_aNameInBracesStandsForOneSegment() {
        assertThat(stopped(NEW, THREE_PIECES, subjectIs("box/{box}"))).isNull();
        assertThat(stopped(NEW, THREE_PIECES, subjectIs("{kind}/1"))).isNull();
        assertThat(stopped(NEW, THREE_PIECES, subjectIs("box/1"))).isNull();
        assertThat(stopped(NEW, THREE_PIECES, subjectIs("box/2"))).isEqualTo("subject is box/2");
        assertThat(stopped(NEW, THREE_PIECES, subjectIs("box/{a}/{b}"))).isEqualTo("subject is box/{a}/{b}");
    }

    @Test
    void subjectIs_theLastNameInBracesStandsForAllThatIsLeft() {
        assertThat(stoppedOf("1/2", subjectIs("box/{box}"))).isNull();
        assertThat(stoppedOf("1//2/", subjectIs("box/{box}"))).isNull();
        assertThat(stoppedOf("1/2/3", subjectIs("box/{a}/{b}"))).isNull();
        assertThat(stoppedOf("1\u2028/2", subjectIs("box/{box}"))).isNull();
        assertThat(stoppedOf("1/2", subjectIs("{kind}/2"))).isEqualTo("subject is {kind}/2");
        assertThat(stoppedOf("1/2", subjectIs("shelf/{shelf}"))).isEqualTo("subject is shelf/{shelf}");
    }

    private static String stoppedOf(String box, Condition<Filled> condition) {
        return stopped(GivenSubject.subject("box/" + box), event(new Filled(box, 1L)), condition);
    }

    @Test
    void subjectIs_takesAllOtherCharactersAsTheyAre() {
        var dotted = event(new Filled("a.b", 1L));
        assertThat(stopped(GivenSubject.subject("box/a.b"), dotted, subjectIs("box/a.b"))).isNull();
        assertThat(stopped(GivenSubject.subject("box/axb"), event(new Filled("axb", 1L)), subjectIs("box/a.b")))
                .isEqualTo("subject is box/a.b");
    }

    @Test
    void property_asksOneProperty() {
        var labelled = NEW.with(LABEL, "a");
        assertThat(stopped(labelled, THREE_PIECES, property(LABEL).is("a"))).isNull();
        assertThat(stopped(labelled, THREE_PIECES, property(LABEL).is("b"))).isEqualTo("label is b");
        assertThat(stopped(labelled, THREE_PIECES, property(LABEL).isPresent())).isNull();
        assertThat(stopped(NEW, THREE_PIECES, property(LABEL).isPresent())).isEqualTo("label is present");
        assertThat(stopped(NEW, THREE_PIECES, property(LABEL).isAbsent())).isNull();
        assertThat(stopped(labelled, THREE_PIECES, property(LABEL).isAbsent())).isEqualTo("not label is present");
        assertThat(stopped(labelled, THREE_PIECES, property(LABEL).matches("short", label -> label.length() < 2)))
                .isNull();
        assertThat(stopped(NEW, THREE_PIECES, property(LABEL).matches("short", label -> true))).isEqualTo("short");
    }

    @Test
    void allOf_anyOf_not_combine() {
        Condition<Filled> yes = data("yes", filled -> true);
        Condition<Filled> no = data("no", filled -> false);
        assertThat(stopped(NEW, THREE_PIECES, all(yes, yes))).isNull();
        assertThat(stopped(NEW, THREE_PIECES, all(yes, no))).isEqualTo("all of (yes, no)");
        assertThat(stopped(NEW, THREE_PIECES, any(no, yes))).isNull();
        assertThat(stopped(NEW, THREE_PIECES, any(no, no))).isEqualTo("any of (no, no)");
        assertThat(stopped(NEW, THREE_PIECES, not(no))).isNull();
        assertThat(stopped(NEW, THREE_PIECES, not(yes))).isEqualTo("not yes");
        assertThat(stopped(NEW, THREE_PIECES, all(not(any(no, all(yes, no))), yes))).isNull();
    }

    @Test
    void combinations_readTheStateWhereAPartDoes() {
        Condition<Filled> onEvent = data("yes", filled -> true);
        Condition<Filled> onState = property(LABEL).isPresent();
        assertThat(all(onEvent, onEvent).readsState()).isFalse();
        assertThat(all(onEvent, onState).readsState()).isTrue();
        assertThat(any(onState, onEvent).readsState()).isTrue();
        assertThat(not(onState).readsState()).isTrue();
        assertThat(not(onEvent).readsState()).isFalse();
    }

    @Test
    void severalConditions_stopAtTheFirstThatDoesNotHold() {
        assertThat(stopped(NEW, THREE_PIECES, data("yes", f -> true), data("first", f -> false),
                data("second", f -> false)))
                .isEqualTo("first");
    }

    @Test
    void when_mayBeSaidTwice() {
        var rule = rule("r").on(Filled.class).when(data("yes", filled -> true))
                .when(data("no", filled -> false)).then();
        assertThat(stoppedBy(rule, NEW, THREE_PIECES)).isEqualTo("no");
    }

    @Test
    void changed_isATransition() {
        var condition = changed(LABEL, "a", "b");
        assertThat(changeStoppedBy(condition, "label", "a", "b")).isNull();
        assertThat(changeStoppedBy(condition, "label", "x", "b")).isEqualTo("label changed from a to b");
        assertThat(changeStoppedBy(condition, "label", "a", "x")).isEqualTo("label changed from a to b");
        assertThat(changeStoppedBy(condition, "label", null, "b")).isEqualTo("label changed from a to b");
    }

    @Test
    void changed_nullStandsForAbsent() {
        assertThat(changeStoppedBy(changed(LABEL, null, "b"), "label", null, "b")).isNull();
        assertThat(changeStoppedBy(changed(LABEL, "a", null), "label", "a", null)).isNull();
        assertThat(changeStoppedBy(changed(LABEL, null, "b"), "label", "a", "b"))
                .isEqualTo("label changed from null to b");
    }

    @Test
    void changedTo_takesAnyValueBefore() {
        assertThat(changeStoppedBy(changedTo(LABEL, "b"), "label", null, "b")).isNull();
        assertThat(changeStoppedBy(changedTo(LABEL, "b"), "label", "a", "b")).isNull();
        assertThat(changeStoppedBy(changedTo(LABEL, "b"), "label", "a", "c")).isEqualTo("label changed to b");
    }

    @Test
    void changed_speaksOfItsOwnPropertyOnly() {
        assertThat(changeStoppedBy(changed(LABEL, "a", "b"), "other", "a", "b")).isEqualTo("label changed from a to b");
    }

    private static String changeStoppedBy(Condition<PropertyChanged> condition, String name, String from, String to) {
        var rule = rule("r").onChangeOf(LABEL, Property.text("other")).when(condition).then();
        var change = new PropertyChanged(name, json(from), json(to));
        return stoppedBy(rule, NEW, event(change).to("box/1"));
    }

    private static JsonNode json(Object value) {
        return value == null ? null : Json.MAPPER.valueToTree(value);
    }
}
