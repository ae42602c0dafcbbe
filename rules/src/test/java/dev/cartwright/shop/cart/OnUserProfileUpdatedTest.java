package dev.cartwright.shop.cart;

import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.shop.cart.OnUserProfileUpdated.NAME;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.userProfileUpdated;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OnUserProfileUpdatedTest {

    @Test
    void remembersHowTheUserWantsToBeCalled() {
        given(productAdded("123").by("456")).when(userProfileUpdated("456", "Ada"))
                .then(property(NAME).is("Ada"), property(Cart.CART).is(Map.of("123", 1L)), nothingElseEmitted());
    }

    @Test
    void leavesOtherSubjectsAlone() {
        given().when(userProfileUpdated("456", "Ada").to("shop/456"))
                .then(property(NAME).isAbsent(), stoppedBy("on-user-profile-updated", "subject is user/{user_id}"));
    }
}
