package dev.cartwright.shop.cart;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.shop.cart.GuestCarts.SIGNED_IN_AS;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.guestSignedIn;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.shopper;

import dev.cartwright.shop.cart.CartEvent.GuestCartMerged;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnGuestSignedInTest {

    @Test
    void remembersWhomTheGuestTurnedOutToBe() {
        given(shopper("guest-1")).when(guestSignedIn("guest-1", "456"))
                .then(property(SIGNED_IN_AS).is("456"));
    }

    @Test
    void anotherUserGetsNothingOfTheGuest() {
        given(productAdded("123").by("guest-1"), guestSignedIn("guest-1", "456"))
                .when(productAdded("124").by("guest-1"), guestSignedIn("guest-1", "457"))
                .then(property(SIGNED_IN_AS).is("456"),
                        emitted(ProductDemanded.class),
                        emitted(GuestCartMerged.class).to("user/456").with("quantities", Map.of("123", 1, "124", 1)),
                        emitted(GuestCartMerged.class).to("user/456").with("quantities", Map.of("123", 1, "124", 1)),
                        nothingElseEmitted());
    }

    @Test
    void aUserIsNoGuest() {
        given(productAdded("123").by("456")).when(guestSignedIn("456", "457"))
                .then(property(SIGNED_IN_AS).isAbsent(),
                        stoppedBy("on-guest-signed-in", "subject is user/guest-{guest_id}"), nothingElseEmitted());
    }
}
