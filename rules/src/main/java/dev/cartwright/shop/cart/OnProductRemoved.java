package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.cart.Cart.CART;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.cart.CartEvent.ProductRemovedFromCart;
import java.util.List;

/** A product comes out of the cart. */
@AutoService(RuleBook.class)
public final class OnProductRemoved implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-product-removed-store-event-sourcing")
                        .describedAs("Take the product out of the cart, never below zero")
                        .on(ProductRemovedFromCart.class)
                        .when(subjectIs("user/{user_id}"))
                        .then(update(CART,
                                (cart, removed) -> Cart.minus(cart, removed.productId(), removed.pieces()))));
    }
}
