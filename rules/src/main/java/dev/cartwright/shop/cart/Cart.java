package dev.cartwright.shop.cart;

import dev.cartwright.rules.Property;
import dev.cartwright.rules.Ranking;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is remembered of a shopper, and how a cart changes. */
public final class Cart {

    public static final Property<String> LAST_PRODUCT_ADDED = Property.text("last_product_added");
    public static final Property<String> LAST_ORDER = Property.text("last_order");
    /** Pieces by product; a product with none is not in it. */
    public static final Property<Map<String, Long>> CART = Property.counts("cart");

    /** Shoppers with something in the cart, by the time of their last event; for a week. */
    public static final Ranking OPEN = new Ranking("open-carts", Duration.ofDays(7), Cart::place);

    private static final int BOARDS = 16;

    private Cart() {}

    /** The boards that shoppers stand on. */
    public static List<Ranking.Place> boards() {
        return IntStream.range(0, BOARDS).mapToObj(board -> new Ranking.Place("" + board, "", null)).toList();
    }

    private static Optional<Ranking.Place> place(String shopper) {
        return Optional.of(new Ranking.Place("" + Math.floorMod(shopper.hashCode(), BOARDS), shopper, null));
    }

    static Map<String, Long> plus(Optional<Map<String, Long>> cart, String product, long pieces) {
        var changed = new HashMap<>(cart.orElse(Map.of()));
        changed.merge(product, pieces, Math::addExact);
        return changed;
    }

    /** Never below zero: a cart that is watched from the middle sees removes of what it never saw added. */
    static Map<String, Long> minus(Optional<Map<String, Long>> cart, String product, long pieces) {
        var changed = new HashMap<>(cart.orElse(Map.of()));
        changed.computeIfPresent(product, (id, present) -> present > pieces ? present - pieces : null);
        return changed;
    }
}
