package dev.cartwright.shop;

import static dev.cartwright.shop.testing.ShopScenario.orderPlaced;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.productRemoved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Causality;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.State;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.shop.order.Order;
import dev.cartwright.shop.order.OrderLine;
import dev.cartwright.shop.product.Product;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One morning in the shop, over all subjects: each follow-up happens to the subject that it names. */
class ShopStoryTest {

    private static final RuleSet RULES = Shop.rules();
    private static final Engine ENGINE = new Engine(RULES, 32);

    private final Map<String, State> states = new TreeMap<>();

    private void happen(Happening... happenings) {
        var waiting = new ArrayDeque<Event<?>>();
        for (var happening : happenings) {
            waiting.add(happening.in(RULES.catalog(), states.size() + waiting.size() + 1));
            while (!waiting.isEmpty()) {
                var event = waiting.poll();
                var decision = ENGINE.decide(states.getOrDefault(event.subject(), State.EMPTY), event);
                states.put(event.subject(), decision.state());
                decision.followUps().stream().filter(RULES::subscribesTo)
                        .forEach(followUp -> waiting.add(delivered(followUp, event)));
            }
        }
    }

    private static Event<?> delivered(FollowUp followUp, Event<?> cause) {
        return new Event<>(followUp.type(), "/functions", followUp.id(), followUp.subject(),
                followUp.time(cause.time()), RULES.catalog().read(followUp.type(), followUp.data()),
                new Causality(cause.correlationId(), cause.id(), cause.causality().hops() + 1, null, null));
    }

    @Test
    void theArticlesThreeEventsReachShopperProductAndOrder() {
        happen(productAdded("123").by("456").at("2023-04-19T09:00:00Z"),
                productRemoved("123").by("456").at("2023-04-19T09:15:00Z"),
                orderPlaced("789").by("456").at("2023-04-19T09:30:00Z"));
        assertThat(states.keySet()).filteredOn(subject -> !subject.startsWith("shop/"))
                .containsExactly("order/789", "product/123", "user/456");
        assertThat(states.get("user/456").properties()).isEqualTo(
                Map.of("last_product_added", "123", "last_order", "789", "cart", Map.of()));
        assertThat(states.get("product/123").get(Product.TIMES_ADDED)).contains(1L);
        assertThat(states.get("order/789").get(Order.STATUS)).contains("received");
    }

    @Test
    void aProductCountsItsShoppers_anOrderKeepsItsLines() {
        var line = new OrderLine("123", 2L, new BigDecimal("2.50"));
        happen(productAdded("123").pieces(2).by("456").at("2023-04-19T09:00:00Z"),
                productAdded("123").by("457").at("2023-04-19T09:00:00Z"),
                orderPlaced("789", line).by("456").at("2023-04-19T09:01:00Z"));
        assertThat(states.get("product/123").get(Product.TIMES_ADDED)).contains(2L);
        assertThat(states.get("order/789").get(Order.LINES)).contains(List.of(line));
        assertThat(states.get("user/457").properties()).containsEntry("cart", Map.of("123", 1L));
    }

    @Test
    void theShopCountsWhatWasWantedAndSold_slotBySlot() {
        var lines = new OrderLine[] {new OrderLine("123", 2L, new BigDecimal("2.50")),
                new OrderLine("124", null, new BigDecimal("0.125")), new OrderLine("125", 1L, null),
                new OrderLine("123", 1L, new BigDecimal("1e300"))};
        happen(productAdded("123").pieces(2).by("456").at("2023-04-19T09:04:59Z"),
                productAdded("123").by("457").at("2023-04-19T09:04:00Z"),
                productAdded("123").by("457").at("2023-04-19T09:05:00Z"),
                orderPlaced("789", lines).by("456").at("2023-04-19T09:07:30Z"));
        assertThat(counted("2023-04-19T09:00", "adds")).isEqualTo(Map.of("123", 2L));
        assertThat(counted("2023-04-19T09:05", "adds")).isEqualTo(Map.of("123", 1L));
        assertThat(counted("2023-04-19T09:05", "orders_by_minute")).isEqualTo(Map.of("2023-04-19T09:07", 1L));
        assertThat(counted("2023-04-19T09:05", "revenue")).isEqualTo(Map.of("123", 500L + (1L << 50), "124", 12L));
        assertThat(counted("2023-04-19T09:05", "revenue_by_minute"))
                .isEqualTo(Map.of("2023-04-19T09:07", 512L + (1L << 50)));
    }

    /** Over all slots of these five minutes. */
    private Map<String, Long> counted(String begins, String property) {
        var sums = new TreeMap<String, Long>();
        states.forEach((subject, state) -> {
            if (subject.startsWith("shop/" + begins + '.')) {
                state.get(Property.counts(property)).orElse(Map.of()).forEach((k, n) -> sums.merge(k, n, Long::sum));
            }
        });
        return sums;
    }

    @Test
    void whatNothingSubscribesToIsNotDeliveredBack() {
        happen(orderPlaced("789").by("456"));
        assertThat(states.get("order/789").version()).isEqualTo(1);
    }
}
