package dev.cartwright.rules.testing;

import static dev.cartwright.rules.Conditions.data;
import static dev.cartwright.rules.Effects.discard;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Expectations.discarded;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.fired;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.rejectedBecause;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.rules.testing.Happening.event;
import static dev.cartwright.shop.cart.Cart.LAST_ORDER;
import static dev.cartwright.shop.cart.Cart.LAST_PRODUCT_ADDED;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.orderPlaced;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.shopper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.shop.cart.CartEvent.OrderPlaced;
import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Outcome ADDED = given(shopper("456").with(LAST_PRODUCT_ADDED, "122"))
            .when(productAdded("123").by("456").at("2023-04-19T09:00:00Z"));

    private static String failure(Outcome outcome, Expectation... expectations) {
        try {
            outcome.then(expectations);
        } catch (AssertionError failure) {
            return failure.getMessage();
        }
        return "no failure";
    }

    @Test
    void aFailureTellsWhatEachRuleDid() {
        // Other rules of the shop may tell of themselves in between.
        assertThat(failure(ADDED, property(LAST_PRODUCT_ADDED).is("124")).lines()).containsSubsequence("""
                expected last_product_added to be "124", but it is "123"
                product-added-to-cart at 2023-04-19T09:00:00Z to user/456: applied
                  on-product-added-store-event-sourcing fired
                    set last_product_added: "122" -> "123"
                    update cart: absent -> {"123":1}
                  on-cart-of-signed-in-guest stopped by: subject is user/guest-{guest_id}
                  emitted product-demanded to product/123 {"product_id":"123","quantity":1}
                state: {"cart":{"123":1},"last_product_added":"123"}
                """.split("\n"));
    }

    @Test
    void aFailureTellsWhichConditionStoppedTheRule_andWhyAnEventWasRefused() {
        var scenario = given(shopper("456")).rules(
                rule("never").on(OrderPlaced.class).when(data("is large", placed -> false)).then(),
                rule("broken").on(OrderPlaced.class).then(set(LAST_ORDER, placed -> placed.orderId().substring(9))));
        assertThat(failure(scenario.when(orderPlaced("789").by("456")), property(LAST_ORDER).is("789")))
                .contains("never stopped by: is large")
                .contains("dead lettered because the rule failed: java.lang.StringIndexOutOfBoundsException")
                .contains("failed: java.lang.StringIndexOutOfBounds");
    }

    @Test
    void allFailuresAreToldTogether() {
        assertThat(failure(ADDED, property(LAST_PRODUCT_ADDED).isAbsent(), property(LAST_ORDER).is("1"), fired("x"),
                stoppedBy("y", "words"), discarded(), rejectedBecause("why"), emitted("z").to("a/b").with("c", 1),
                nothingElseEmitted())).contains(
                "expected last_product_added to be absent, but it is \"123\"",
                "expected last_order to be \"1\", but it is absent",
                "expected x to fire", "expected y to be stopped by 'words'", "expected the event to be discarded",
                "expected a dead letter because 'why'", "expected z to a/b with c 1 to be emitted",
                "expected nothing else to be emitted, but there is [product-demanded]");
    }

    @Test
    void eachEmissionIsExpectedOnce() {
        ADDED.then(emitted("product-demanded"), nothingElseEmitted());
        assertThat(failure(ADDED, emitted("product-demanded"), emitted("product-demanded")))
                .contains("expected product-demanded to be emitted");
        assertThat(failure(ADDED, emitted("product-demanded").with("quantity", 2)))
                .contains("with quantity 2 to be emitted");
    }

    @Test
    void anAuthorsOwnRulesTakeThePlaceOfTheShops() {
        given(shopper("456")).rules(rule("own").on(ProductAddedToCart.class).then(discard("not now")))
                .when(productAdded("123").by("456"))
                .then(discarded(), property(LAST_PRODUCT_ADDED).isAbsent(), nothingElseEmitted());
    }

    @Test
    void severalEventsHappenOneAfterTheOther() {
        var outcome = given().when(productAdded("1").by("456"), productAdded("2").by("456"),
                orderPlaced("789").by("456"));
        assertThat(outcome.events()).extracting(event -> event.time().toString())
                .containsExactly("2023-04-19T09:00:01Z", "2023-04-19T09:00:02Z", "2023-04-19T09:00:03Z");
        assertThat(outcome.decisions()).hasSize(3);
        assertThat(outcome.state().version()).isEqualTo(3);
    }

    @Test
    void pastEventsAreFolded_butWhatTheyEmittedIsPast() {
        given(productAdded("1").by("456")).when(orderPlaced("789").by("456"))
                .then(property(LAST_PRODUCT_ADDED).is("1"), emitted("order-received"), nothingElseEmitted());
    }

    @Test
    void eventsMustBeToldInTheOrderOfTheirTimes() {
        assertThatIllegalArgumentException().isThrownBy(() -> given().when(
                productAdded("1").by("456").at("2023-04-19T09:00:00Z"),
                productAdded("2").by("456").at("2023-04-19T08:00:00Z")))
                .withMessageContaining("tell events in the order of their times");
    }

    @Test
    void aScenarioIsAboutOneSubject() {
        assertThatIllegalArgumentException().isThrownBy(() -> given(shopper("456")).when(productAdded("1").by("457")))
                .withMessage("a scenario is about one subject: given user/456, the events are to [user/457]");
    }

    @Test
    void anEventNeedsATypeAndASubject() {
        assertThatIllegalArgumentException().isThrownBy(() -> event("text")).withMessageContaining("has no @EventType");
        assertThatIllegalArgumentException().isThrownBy(() -> given().when(event("unheard-of", Map.of())))
                .withMessageContaining("say which subject unheard-of happens to");
        assertThatThrownBy(() -> given().when(event(new OrderPlaced("1", null, null))))
                .hasMessageContaining("say which subject order-placed happens to");
    }
}
