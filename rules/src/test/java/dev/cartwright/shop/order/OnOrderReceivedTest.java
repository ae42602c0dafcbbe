package dev.cartwright.shop.order;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.shop.order.Order.LINES;
import static dev.cartwright.shop.order.Order.STATUS;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.order;
import static dev.cartwright.shop.testing.ShopScenario.orderReceived;

import dev.cartwright.shop.trade.TradeEvent.SaleCounted;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnOrderReceivedTest {

    private static final OrderLine LINE = new OrderLine("123", 2L, new BigDecimal("2.50"));

    @Test
    void keepsTheLines() {
        given(order("789")).when(orderReceived("789", LINE).by("456"))
                .then(property(STATUS).is("received"), property(LINES).is(List.of(LINE)));
    }

    @Test
    void keepsNoLinesWhereNoneAreTold() {
        given(order("789")).when(orderReceived("789").by("456"))
                .then(property(STATUS).is("received"), property(LINES).isAbsent());
    }

    @Test
    void tellsTheWorldTheStatus() {
        given(order("789")).when(orderReceived("789", LINE).by("456"))
                .then(emitted("subject-property-changed").to("order/789").with("propertyname", "status")
                        .with("property", "status").with("old", null).with("new", "received"),
                        emitted(SaleCounted.class), emitted(SaleCounted.class), nothingElseEmitted());
    }

    @Test
    void aSecondOfTheSameOrderChangesNoStatus_andCountsNothing() {
        given(orderReceived("789", LINE).by("456")).when(orderReceived("789", LINE).by("456"))
                .then(property(STATUS).is("received"), nothingElseEmitted());
    }
}
