package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.Cart.LAST_ORDER;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.cart.CartEvent.OrderPlaced;
import dev.cartwright.shop.order.OrderEvent.OrderReceived;
import java.util.List;
import java.util.Map;

/** The cart becomes an order. */
@AutoService(RuleBook.class)
public final class OnOrderPlaced implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-order-placed-store-event-sourcing")
                        .describedAs("Remember the last order, empty the cart, and hand the order over")
                        .on(OrderPlaced.class)
                        .when(subjectIs("user/{user_id}"))
                        .then(set(LAST_ORDER, OrderPlaced::orderId),
                                setTo(CART, Map.of()),
                                emit(OrderReceived.class, placed ->
                                        new OrderReceived(placed.orderId(), placed.userId(), placed.lines()))));
    }
}
