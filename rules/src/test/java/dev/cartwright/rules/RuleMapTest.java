package dev.cartwright.rules;

import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Rule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import dev.cartwright.shop.Shop;
import dev.cartwright.shop.cart.OnProductAdded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be told of rules before anything happens. */
class RuleMapTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Property<String> LABEL = Property.text("label");

    @Test
    void emittedTypesAreThoseThatItsEffectsName() {
        var loads = rule("loads").on(Filled.class).then(emit(Loaded.class, filled -> new Loaded("1", 1L)),
                emitEach(Labelled.class, filled -> List.of()), emit(Loaded.class, filled -> new Loaded("2", 1L)));
        assertThat(ruleSet(loads).emittedTypes(loads)).containsExactly("shelf-loaded", "box-labelled");
    }

    @Test
    void changeThatIsToldIsEmittedToo() {
        var labels = rule("labels").on(Labelled.class).then(set(LABEL, Labelled::label));
        assertThat(ruleSet(labels).emittedTypes(labels)).isEmpty();
        var watched = rule("watches").onChangeOf(LABEL).then();
        assertThat(ruleSet(labels, watched).emittedTypes(labels)).containsExactly("subject-property-changed");
    }

    @Test
    void whatIsRejectedBecomesADeadLetter() {
        var rejects = rule("rejects").on(Labelled.class).when(property(LABEL).isPresent()).then(reject("has one"));
        assertThat(ruleSet(rejects).emittedTypes(rejects)).containsExactly("event-dead-lettered");
    }

    @Test
    void ruleKnowsWhereItWasMade() throws IOException {
        for (var rule : Shop.rules().rules()) {
            var line = Files.readAllLines(SOURCES.resolve(rule.source().file())).get(rule.source().line() - 1);
            assertThat(line).contains("rule(");
        }
        assertThat(new OnProductAdded().rules().get(0).source().toString())
                .matches("dev/cartwright/shop/cart/OnProductAdded.java:\\d+");
    }

    private static RuleSet ruleSet(Rule<?>... rules) {
        return RuleSet.of(BoxEvent.CATALOG, List.of(rules));
    }
}
