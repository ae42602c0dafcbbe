package dev.cartwright.shop.cart;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.fired;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.stoppedBy;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.Cart.LAST_ORDER;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.orderPlaced;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.shopper;

import dev.cartwright.shop.order.OrderEvent.OrderReceived;
import dev.cartwright.shop.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnOrderPlacedTest {

    private static final String RULE = "on-order-placed-store-event-sourcing";

    @Test
    void remembersTheLastOrder() {
        given(shopper().with(LAST_ORDER, "788")).when(orderPlaced("789").by("456").at("2023-04-19T09:30:00Z"))
                .then(property(LAST_ORDER).is("789"), fired(RULE));
    }

    @Test
    void emptiesTheCart() {
        given(productAdded("123").by("456"), productAdded("124").by("456")).when(orderPlaced("789").by("456"))
                .then(property(CART).is(Map.of()));
    }

    @Test
    void whatIsAddedAfterwardsIsANewCart() {
        given(productAdded("123").by("456")).when(orderPlaced("789").by("456"), productAdded("123").by("456"))
                .then(property(CART).is(Map.of("123", 1L)), property(LAST_ORDER).is("789"));
    }

    @Test
    void handsTheOrderOverWithItsLines() {
        given(shopper()).when(orderPlaced("789", new OrderLine("123", 2L, new BigDecimal("2.50"))).by("456"))
                .then(emitted(OrderReceived.class).to("order/789").with("user_id", "456").with("lines", List.of(
                        Map.of("product_id", "123", "quantity", 2, "price", new BigDecimal("2.50")))),
                                nothingElseEmitted());
    }

    @Test
    void handsOverAnOrderWithoutLines() {
        given(shopper()).when(orderPlaced("789").by("456"))
                .then(emitted(OrderReceived.class).to("order/789").with("lines", null), nothingElseEmitted());
    }

    @Test
    void leavesOtherSubjectsAlone() {
        given().when(orderPlaced("789").by("456").to("shop/456"))
                .then(property(LAST_ORDER).isAbsent(), stoppedBy(RULE, "subject is user/{user_id}"),
                        nothingElseEmitted());
    }
}
