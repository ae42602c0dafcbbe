package dev.cartwright.shop.testing;

import dev.cartwright.rules.testing.Happening;
import dev.cartwright.shop.cart.CartEvent;
import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import dev.cartwright.shop.cart.CartEvent.ProductRemovedFromCart;
import java.math.BigDecimal;

/** A product that somebody adds to the cart or takes out of it; immutable. */
public record Click(Made made, String product, Long quantity, BigDecimal price) {

    /** How a click becomes an event. */
    @FunctionalInterface
    public interface Made {

        CartEvent of(String product, String user, Long quantity, BigDecimal price);
    }

    static Click added(String product) {
        return new Click(ProductAddedToCart::new, product, null, null);
    }

    static Click removed(String product) {
        return new Click(ProductRemovedFromCart::new, product, null, null);
    }

    public Click pieces(long n) {
        return new Click(made, product, n, price);
    }

    public Click priced(String money) {
        return new Click(made, product, quantity, new BigDecimal(money));
    }

    public Happening by(String user) {
        return Happening.event(made.of(product, user, quantity, price));
    }
}
