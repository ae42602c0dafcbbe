package dev.cartwright.bench;

import dev.cartwright.rules.Json;
import dev.cartwright.shop.cart.CartEvent.OrderPlaced;
import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import dev.cartwright.shop.order.OrderLine;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A year of a gift shop: shoppers fill their carts and order, some of them and some products far more often than
 * others. A year of one seed is always the same.
 */
final class GeneratedYear {

    private static final URI SOURCE = URI.create("/generated/web");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration BETWEEN_ORDERS = Duration.ofDays(365).dividedBy(15_000);
    private static final int SHOPPERS = 3_800;
    private static final int PRODUCTS = 3_600;
    private static final int MEAN_LINES = 20;

    private final Random random;
    private final List<CloudEvent> events = new ArrayList<>();
    private Instant clock = START;

    GeneratedYear(long seed) {
        this.random = new Random(seed);
    }

    /** The first so many. */
    List<CloudEvent> events(int count) {
        while (events.size() < count) {
            order("s" + (10_000 + heavyTailed(SHOPPERS)));
        }
        return List.copyOf(events.subList(0, count));
    }

    /** One line after another goes into the cart; then it is ordered. */
    private void order(String user) {
        clock = clock.plus(BETWEEN_ORDERS);
        var time = clock;
        var lines = lines();
        for (var line : lines) {
            add(user, time, "product-added-to-cart",
                    new ProductAddedToCart(line.productId(), user, line.quantity(), line.price()));
            time = time.plusMillis(1);
        }
        add(user, time, "order-placed", new OrderPlaced("o" + events.size(), user, lines));
    }

    private List<OrderLine> lines() {
        int count = 1 + (int) (-Math.log(1 - random.nextDouble()) * (MEAN_LINES - 1));
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new OrderLine("p" + (20_000 + heavyTailed(PRODUCTS)), 1L + random.nextInt(24),
                    BigDecimal.valueOf(25 + random.nextInt(1_500), 2)));
        }
        return lines;
    }

    /** Any of them, but every third time one of few. */
    private int heavyTailed(int count) {
        return random.nextInt(3) > 0 ? random.nextInt(count)
                : (int) (Math.pow(count + 1.0, Math.pow(random.nextDouble(), 0.8)) - 1);
    }

    private void add(String user, Instant time, String type, Object data) {
        events.add(CloudEventBuilder.v1().withId("%08d".formatted(events.size() + 1)).withSource(SOURCE)
                .withType(type).withSubject("user/" + user).withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(data)).build());
    }
}
