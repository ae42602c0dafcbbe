package dev.cartwright.shop.order;

import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Effects.emitEachAt;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.order.Order.LINES;
import static dev.cartwright.shop.order.Order.STATUS;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.order.OrderEvent.OrderReceived;
import dev.cartwright.shop.trade.Counting;
import dev.cartwright.shop.trade.TradeEvent.SaleCounted;
import java.util.List;

/** An order begins. */
@AutoService(RuleBook.class)
public final class OnOrderReceived implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-order-received-count-sale")
                        .describedAs("Tell the shop what the order is worth, once")
                        .on(OrderReceived.class)
                        .when(property(STATUS).isAbsent())
                        .then(emitEachAt(SaleCounted.class, Counting::sale)),
                rule("on-order-received")
                        .describedAs("Keep the order's lines, tell the world its status")
                        .on(OrderReceived.class)
                        .then(setTo(STATUS, "received"),
                                set(LINES, OrderReceived::lines))
                        .announcing(STATUS));
    }
}
