package dev.cartwright.shop.cart;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.GuestCarts.HANDED_OVER;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.guestSignedIn;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.productRemoved;

import dev.cartwright.shop.cart.CartEvent.GuestCartMerged;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnCartOfSignedInGuestTest {

    private static final String RULE = "on-cart-of-signed-in-guest";

    @Test
    void handsTheCartOverAndLeavesAnEmptyOne() {
        given(productAdded("123").pieces(2).by("guest-1"), productAdded("124").by("guest-1"))
                .when(guestSignedIn("guest-1", "456"))
                .then(property(CART).is(Map.of()), property(HANDED_OVER).is(Map.of("123", 2L, "124", 1L)),
                        emitted(GuestCartMerged.class).to("user/456").with("guest_id", "guest-1")
                                .with("quantities", Map.of("123", 2, "124", 1)),
                        nothingElseEmitted());
    }

    @Test
    void whatAnotherTabAddsLaterIsHandedOverToo_andDemandedOnce() {
        given(productAdded("123").by("guest-1"), guestSignedIn("guest-1", "456"))
                .when(productAdded("124").by("guest-1"))
                .then(property(CART).is(Map.of()),
                        emitted(ProductDemanded.class).to("product/124"),
                        emitted(GuestCartMerged.class).to("user/456").with("quantities", Map.of("123", 1, "124", 1)),
                        nothingElseEmitted());
    }

    @Test
    void whatAnotherTabTakesOutLaterIsTakenFromTheUser() {
        given(productAdded("123").pieces(3).by("guest-1"), guestSignedIn("guest-1", "456"))
                .when(productRemoved("123").pieces(2).by("guest-1"))
                .then(emitted(GuestCartMerged.class).to("user/456").with("quantities", Map.of("123", 1)),
                        nothingElseEmitted());
    }

    @Test
    void takingOutWhatWasNeverInChangesNothing() {
        given(guestSignedIn("guest-1", "456")).when(productRemoved("123").by("guest-1"))
                .then(property(HANDED_OVER).is(Map.of()));
    }

    @Test
    void aGuestThatDidNotSignInKeepsTheCart() {
        given().when(productAdded("123").by("guest-1"))
                .then(property(CART).is(Map.of("123", 1L)), stoppedBy(RULE, "signed_in_as is present"),
                        emitted(ProductDemanded.class), nothingElseEmitted());
    }

    @Test
    void aUsersOwnCartIsNobodyElses() {
        given().when(productAdded("123").by("456"))
                .then(stoppedBy(RULE, "subject is user/guest-{guest_id}"), emitted(ProductDemanded.class),
                        nothingElseEmitted());
    }
}
