package dev.cartwright.shop.cart;

import static dev.cartwright.rules.testing.Expectations.fired;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.Cart.LAST_PRODUCT_ADDED;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.productRemoved;
import static dev.cartwright.shop.testing.ShopScenario.shopper;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OnProductRemovedTest {

    private static final String RULE = "on-product-removed-store-event-sourcing";

    @Test
    void takesOnePieceOut_whereNoQuantityIsTold() {
        given(productAdded("123").pieces(3).by("456")).when(productRemoved("123").by("456"))
                .then(property(CART).is(Map.of("123", 2L)), fired(RULE), nothingElseEmitted());
    }

    @Test
    void takesAsManyPiecesOutAsAreTold() {
        given(shopper().with(CART, Map.of("123", 5L))).when(productRemoved("123").pieces(2).by("456"))
                .then(property(CART).is(Map.of("123", 3L)));
    }

    @Test
    void theLastPieceTakesTheEntryWithIt() {
        given(shopper().with(CART, Map.of("123", 1L, "9", 1L))).when(productRemoved("123").by("456"))
                .then(property(CART).is(Map.of("9", 1L)));
    }

    @Test
    void neverGoesBelowZero() {
        given(shopper().with(CART, Map.of("123", 1L))).when(productRemoved("123").pieces(5).by("456"))
                .then(property(CART).is(Map.of()));
    }

    @Test
    void aProductThatWasNeverAddedIsNoMatter_theWatchMayHaveBegunMidCart() {
        given(shopper()).when(productRemoved("123").by("456"), productAdded("123").by("456"))
                .then(property(CART).is(Map.of("123", 1L)));
    }

    @Test
    void whatWasAddedLastIsStillRemembered() {
        given(productAdded("123").by("456")).when(productRemoved("123").by("456"))
                .then(property(LAST_PRODUCT_ADDED).is("123"));
    }

    @Test
    void leavesOtherSubjectsAlone() {
        given().when(productRemoved("123").by("456").to("shop/456"))
                .then(property(CART).isAbsent(), stoppedBy(RULE, "subject is user/{user_id}"));
    }
}
