package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.rankByTime;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.Cart.LAST_PRODUCT_ADDED;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import java.util.List;

/** A product goes into the cart. */
@AutoService(RuleBook.class)
public final class OnProductAdded implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-product-added-store-event-sourcing")
                        .describedAs("Remember what the shopper added last and what is in the cart; tell the product")
                        .on(ProductAddedToCart.class)
                        .when(subjectIs("user/{user_id}"))
                        .then(set(LAST_PRODUCT_ADDED, ProductAddedToCart::productId),
                                update(CART, (cart, added) -> Cart.plus(cart, added.productId(), added.pieces())),
                                rankByTime(Cart.OPEN, CART),
                                emit(ProductDemanded.class,
                                        added -> new ProductDemanded(added.productId(), added.pieces()))));
    }
}
