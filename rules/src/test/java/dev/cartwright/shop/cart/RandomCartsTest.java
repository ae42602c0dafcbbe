package dev.cartwright.shop.cart;

import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.Cart.LAST_ORDER;
import static dev.cartwright.shop.cart.Cart.LAST_PRODUCT_ADDED;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.orderPlaced;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.productRemoved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.testing.Happening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random mornings of one shopper against the plainest cart there is: an array of pieces. */
class RandomCartsTest {

    private static final int PRODUCTS = 4;

    private final List<Happening> clicks = new ArrayList<>();
    private final long[] pieces = new long[PRODUCTS];
    private String lastAdded;
    private String lastOrder;

    @Test
    void theCartIsWhatWasPutInAndNotTakenOut() {
        long firstSeed = new Random().nextInt(Integer.MAX_VALUE);
        for (long seed = firstSeed; seed < firstSeed + 300; seed++) {
            var morning = new RandomCartsTest();
            morning.live(new Random(seed));
            var state = given().when(morning.clicks.toArray(Happening[]::new)).state();
            assertThat(state.get(CART).orElse(Map.of())).as("seed %d", seed).isEqualTo(morning.cart());
            assertThat(state.get(LAST_PRODUCT_ADDED).orElse(null)).as("seed %d", seed).isEqualTo(morning.lastAdded);
            assertThat(state.get(LAST_ORDER).orElse(null)).as("seed %d", seed).isEqualTo(morning.lastOrder);
        }
    }

    private void live(Random random) {
        for (int i = 0; i < 30; i++) {
            int product = random.nextInt(PRODUCTS);
            int quantity = 1 + random.nextInt(3);
            switch (random.nextInt(8)) {
                case 0 -> order("order-" + i);
                case 1, 2, 3 -> remove(product, quantity);
                default -> add(product, quantity);
            }
        }
    }

    private void add(int product, int quantity) {
        clicks.add(productAdded("" + product).pieces(quantity).by("456"));
        pieces[product] += quantity;
        lastAdded = "" + product;
    }

    private void remove(int product, int quantity) {
        clicks.add(productRemoved("" + product).pieces(quantity).by("456"));
        pieces[product] = Math.max(0, pieces[product] - quantity);
    }

    private void order(String id) {
        clicks.add(orderPlaced(id).by("456"));
        Arrays.fill(pieces, 0);
        lastOrder = id;
    }

    private Map<String, Long> cart() {
        Map<String, Long> cart = new HashMap<>();
        for (int product = 0; product < PRODUCTS; product++) {
            if (pieces[product] > 0) {
                cart.put("" + product, pieces[product]);
            }
        }
        return cart;
    }
}
