package dev.cartwright.shop.cart;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.fired;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.rejectedBecause;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.rules.testing.Happening.event;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.Cart.LAST_PRODUCT_ADDED;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.shopper;

import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnProductAddedTest {

    private static final String RULE = "on-product-added-store-event-sourcing";

    @Test
    void remembersWhatWasAddedLast() {
        given(shopper().with(LAST_PRODUCT_ADDED, "122"))
                .when(productAdded("123").by("456").at("2023-04-19T09:00:00Z"))
                .then(property(LAST_PRODUCT_ADDED).is("123"), fired(RULE));
    }

    @Test
    void putsOnePieceIntoTheCart_whereNoQuantityIsTold() {
        given(shopper()).when(productAdded("123").by("456")).then(property(CART).is(Map.of("123", 1L)));
    }

    @Test
    void putsAsManyPiecesIntoTheCartAsAreTold() {
        given(shopper().with(CART, Map.of("123", 2L, "9", 1L)))
                .when(productAdded("123").pieces(3).by("456"), productAdded("124").priced("2.50").by("456"))
                .then(property(CART).is(Map.of("123", 5L, "124", 1L, "9", 1L)));
    }

    @Test
    void tellsTheProductThatItIsWanted() {
        given(shopper("456"))
                .when(event(new ProductAddedToCart("123", "456", 2L, null)).at("2023-04-19T09:00:00Z"))
                .then(emitted(ProductDemanded.class).to("product/123").with("quantity", 2L), nothingElseEmitted());
    }

    @Test
    void takesIdsWithSlashes() {
        given(shopper("shops/4/56")).when(productAdded("12/3").by("shops/4/56"))
                .then(property(LAST_PRODUCT_ADDED).is("12/3"), emitted(ProductDemanded.class).to("product/12/3"));
    }

    @Test
    void leavesOtherSubjectsAlone() {
        given().when(productAdded("123").by("456").to("shop/456"))
                .then(property(CART).isAbsent(), stoppedBy(RULE, "subject is user/{user_id}"), nothingElseEmitted());
    }

    @Test
    void refusesWhatNoCartCanHold() {
        given(shopper().with(CART, Map.of("123", 1L))).when(productAdded("123").pieces(Long.MAX_VALUE).by("456"))
                .then(property(CART).is(Map.of("123", 1L)), rejectedBecause("long overflow"));
    }
}
