package dev.cartwright.rules;

import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import dev.cartwright.rules.SystemEvent.PropertyChanged;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What the system refuses to start with, and the way round it. */
class RuleSetTest {

    private static final Property<String> LABEL = Property.text("label");
    private static final Property<Long> PIECES = Property.number("pieces");
    private static final Effect<Object> LABELS = emit(Labelled.class, data -> new Labelled("2", "x"));
    private static final Effect<Object> FILLS = emit(Filled.class, data -> new Filled("2", 1L));

    record Unheard(String box) {}

    private static AbstractThrowableAssert<?, ?> refused(Rule<?>... rules) {
        return assertThatThrownBy(() -> RuleSet.of(BoxEvent.CATALOG, List.of(rules))).isInstanceOf(InvalidRules.class);
    }

    private static void accepted(Rule<?>... rules) {
        assertThatCode(() -> RuleSet.of(BoxEvent.CATALOG, List.of(rules))).doesNotThrowAnyException();
    }

    @Test
    void twoRulesOfOneName() {
        refused(rule("same").on(Filled.class).then(), rule("same").on(Labelled.class).then())
                .hasMessage("Two rules have the name 'same': rename one");
    }

    /** Two that each want to be the later one. */
    private static final class Hen implements RuleBook {
        @Override
        public List<Rule<?>> rules() {
            return List.of();
        }

        @Override
        public Set<Class<? extends RuleBook>> after() {
            return Set.of(Egg.class);
        }
    }

    private static final class Egg implements RuleBook {
        @Override
        public List<Rule<?>> rules() {
            return List.of();
        }

        @Override
        public Set<Class<? extends RuleBook>> after() {
            return Set.of(Hen.class);
        }
    }

    @Test
    void booksStandAfterThoseThatTheyAreAfter() {
        var hen = new Hen();
        var egg = new Egg();
        RuleBook any = List::of;
        assertThat(RuleSet.inOrder(List.of(hen, any))).containsExactly(hen, any);
        assertThatThrownBy(() -> RuleSet.inOrder(List.of(any, hen, egg))).isInstanceOf(InvalidRules.class)
                .hasMessage("Rule books are after each other in a circle: Hen, Egg");
    }

    @Test
    void aRuleOnAnUnknownType() {
        refused(rule("r").on(Unheard.class).then())
                .hasMessageContaining("Rule 'r' is on " + Unheard.class.getName()
                        + ", which no function group declares")
                .hasMessageContaining("implement the group's sealed interface and give it an @EventType");
    }

    @Test
    void anEmissionOfAnUnknownType() {
        refused(rule("r").on(Filled.class).then(emit(Unheard.class, filled -> new Unheard("1"))))
                .hasMessageContaining("Rule 'r' emits " + Unheard.class.getName());
    }

    @Test
    void anEmissionOfTheSystemsOwnTypes() {
        refused(rule("r").on(Filled.class).then(emit(PropertyChanged.class, f -> new PropertyChanged("p", null, null))))
                .hasMessageContaining("Rule 'r' emits");
    }

    @Test
    void allProblemsAreToldTogether() {
        refused(rule("same").on(Unheard.class).then(), rule("same").on(Filled.class).then())
                .hasMessageContaining("Two rules").hasMessageContaining("is on");
    }

    @Test
    void aCycleByType() {
        refused(rule("there").on(Filled.class).then(LABELS), rule("back").on(Labelled.class).then(FILLS))
                .hasMessageContaining("Emissions run in a circle: "
                        + "box-filled -[there]-> box-labelled -[back]-> box-filled; "
                        + "take one emission away, or mark one of these rules .mayRepeat(n)");
    }

    @Test
    void aRuleThatEmitsItsOwnType() {
        refused(rule("echo").on(Filled.class).then(FILLS)).hasMessageContaining("box-filled -[echo]-> box-filled");
    }

    @Test
    void aRuleOnAnyTypeThatEmits() {
        refused(rule("any").onAny().then(FILLS)).hasMessageContaining("box-filled -[any]-> box-filled");
    }

    @Test
    void aCycleByProperty() {
        refused(rule("relabels").onChangeOf(LABEL).then(setTo(LABEL, "x")))
                .hasMessageContaining("change of label -[relabels]-> change of label");
        refused(rule("counts").onChangeOf(LABEL).then(add(PIECES, change -> 1L)),
                rule("relabels").onChangeOf(PIECES).then(setTo(LABEL, "x")))
                .hasMessageContaining("change of label -[counts]-> change of pieces -[relabels]-> change of label");
    }

    @Test
    void aCycleByTypeAndProperty() {
        refused(rule("labelled").on(Labelled.class).then(set(LABEL, Labelled::label)),
                rule("watching").onChangeOf(LABEL).then(LABELS))
                .hasMessageContaining("box-labelled -[labelled]-> change of label -[watching]-> box-labelled");
    }

    @Test
    void aCycleByAnAnnouncedPropertyAndARuleOnAllChanges() {
        refused(rule("hearing").on(PropertyChanged.class).then(setTo(LABEL, "x")).announcing(LABEL))
                .hasMessageContaining("change of label -[hearing]-> change of label");
        refused(rule("any").onAny().then(setTo(LABEL, "x")).announcing(LABEL))
                .hasMessageContaining("change of label -[any]-> change of label");
    }

    @Test
    void mayRepeat_breaksTheCycle() {
        accepted(rule("there").on(Filled.class).then(LABELS), rule("back").on(Labelled.class).then(FILLS).mayRepeat(3));
        accepted(rule("echo").on(Filled.class).then(FILLS).mayRepeat(1));
        accepted(rule("relabels").onChangeOf(LABEL).then(setTo(LABEL, "x")).mayRepeat(1));
    }

    @Test
    void mayRepeat_ofOneCycleDoesNotExcuseAnother() {
        refused(rule("echo").on(Filled.class).then(FILLS).mayRepeat(1), rule("other").on(Labelled.class).then(LABELS))
                .hasMessageContaining("box-labelled -[other]-> box-labelled");
    }

    @Test
    void mayRepeat_needsANumber() {
        assertThatThrownBy(() -> rule("r").on(Filled.class).then().mayRepeat(0)).isInstanceOf(InvalidRules.class)
                .hasMessage("Rule 'r' may repeat 0 times: give mayRepeat at least 1");
        assertThatThrownBy(() -> rule("r").on(Filled.class).then().mayRepeat(-1)).isInstanceOf(InvalidRules.class);
    }

    @Test
    void aChainThatEndsIsNoCycle() {
        accepted(rule("a").on(Filled.class).then(LABELS, emit(Loaded.class, filled -> new Loaded("s", 1L))),
                rule("b").on(Labelled.class).then(emit(Loaded.class, labelled -> new Loaded("s", 1L)),
                                setTo(LABEL, "x")),
                rule("c").on(Loaded.class).then(add(PIECES, loaded -> 1L)), rule("d").onChangeOf(LABEL, PIECES).then());
    }

    @Test
    void aPropertyThatNobodySubscribesToIsNoEdge() {
        accepted(rule("a").on(Labelled.class).then(setTo(LABEL, "x")), rule("b").onChangeOf(PIECES).then(LABELS));
    }

    @Test
    void rulesAreFoundByTypeInOrderOfDeclaration() {
        var any = rule("any").onAny().then();
        var filled = rule("filled").on(Filled.class).then();
        var rules = RuleSet.of(BoxEvent.CATALOG, List.of(any, filled));
        assertThat(rules.on("box-filled")).containsExactly(any, filled);
        assertThat(rules.on("unheard-of")).containsExactly(any);
        assertThat(rules.rules()).containsExactly(any, filled);
        assertThat(rules.triggerTypes(filled)).containsExactly("box-filled");
        assertThat(rules.triggerTypes(any)).isEmpty();
    }

    @Test
    void aRuleKeepsItsWords() {
        var rule = rule("r").describedAs("Count the pieces").on(Filled.class).then().announcing(PIECES).mayRepeat(2);
        assertThat(rule).extracting(Rule::name, Rule::description, Rule::repeats, Rule::announces)
                .containsExactly("r", "Count the pieces", 2, List.of(PIECES));
    }
}
