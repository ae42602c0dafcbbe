package dev.cartwright.shop.trade;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Happening.event;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.orderReceived;
import static dev.cartwright.shop.testing.ShopScenario.product;
import static dev.cartwright.shop.testing.ShopScenario.productDemanded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Standing;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.shop.Shop;
import dev.cartwright.shop.order.OrderLine;
import dev.cartwright.shop.trade.TradeEvent.DemandCounted;
import dev.cartwright.shop.trade.TradeEvent.SaleCounted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {

    @Test
    void demandIsCountedInTheSlotOfItsTimeAndItsProduct() {
        given(product("123")).when(productDemanded("123", 7).at("2026-11-21T10:09:59.999Z"))
                .then(emitted(DemandCounted.class).to("shop/2026-11-21T10:05.2"));
        given(product("124")).when(productDemanded("124", 1).at("2026-11-21T10:10:00Z"))
                .then(emitted(DemandCounted.class).to("shop/2026-11-21T10:10.3"));
    }

    @Test
    void anOrderIsCountedOnce_andItsProductsWhereTheyAreCounted() {
        var lines = new OrderLine[] {line("123", "2.50"), line("124", "3"), line("123", "1")};
        given().when(orderReceived("124", lines).by("456").at("2026-11-21T10:07:00Z"))
                .then(emitted(SaleCounted.class).to("shop/2026-11-21T10:05.2").with("orders", 0L)
                                .with("revenue", Map.of("123", 350L)),
                        emitted(SaleCounted.class).to("shop/2026-11-21T10:05.3").with("orders", 1L)
                                .with("minute", "2026-11-21T10:07").with("revenue", Map.of("124", 300L)),
                        emitted("subject-property-changed"), nothingElseEmitted());
    }

    private static OrderLine line(String product, String price) {
        return new OrderLine(product, null, new BigDecimal(price));
    }

    @Test
    void aSlotAddsUp() {
        given(sale(1, Map.of("123", 500L)), sale(0, Map.of("124", 20L))).when(sale(1, Map.of("123", 1L)))
                .then(property(Trade.REVENUE).is(Map.of("123", 501L, "124", 20L)),
                        property(Trade.ORDERS_BY_MINUTE).is(Map.of("10:05", 2L)),
                        property(Trade.REVENUE_BY_MINUTE).is(Map.of("10:05", 521L)), nothingElseEmitted());
        given(demand("123"), demand("124")).when(demand("123"))
                .then(property(Trade.ADDS).is(Map.of("123", 2L, "124", 1L)), nothingElseEmitted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demand-counted", "sale-counted"})
    void countingMayComeInAnyOrder(String type) {
        assertThat(Shop.rules().isOrderFree(type)).isTrue();
    }

    @Test
    void whatASlotCountedStandsInRankings() {
        var rules = Shop.rules();
        var state = new Engine(rules, 32).fold(List.of(demand("123").in(rules.catalog(), 1)));
        assertThat(rules.standings("shop/2026-11-21T10:05.3", state)).hasSize(4)
                .filteredOn(standing -> standing.ranking().equals(Trade.TOP_BY_ADDS)).singleElement()
                .satisfies(standing -> {
                    assertThat(standing.scores()).isEqualTo(Map.of("123", 1L));
                    assertThat(standing.place().board()).isEqualTo("2026-11-21T10:05");
                    assertThat(standing.place().source()).isEqualTo("3");
                    assertThat(standing.place().begins()).isEqualTo("2026-11-21T10:05:00Z");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/", "shop/x", "shop/.", "shop/2026-11-21T10:05", "shop/2026-13-21T10:05.3"})
    void aSubjectThatIsNoSlotStandsNowhere(String subject) {
        assertThat(Slot.place(subject)).isEmpty();
        assertThat(Shop.rules().standings(subject, dev.cartwright.rules.State.EMPTY)).isEmpty();
    }

    @Test
    void aSubjectOfAnotherKindStandsNowhere() {
        assertThat(Shop.rules().standings("product/123", dev.cartwright.rules.State.EMPTY)).extracting(Standing::place)
                .isEmpty();
    }

    private static Happening demand(String product) {
        return event(new DemandCounted("2026-11-21T10:05.3", product));
    }

    private static Happening sale(long orders, Map<String, Long> revenue) {
        return event(new SaleCounted("2026-11-21T10:05.3", "10:05", orders, revenue));
    }
}
