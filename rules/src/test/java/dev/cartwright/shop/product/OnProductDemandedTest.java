package dev.cartwright.shop.product;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.shop.product.Product.TIMES_ADDED;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.product;
import static dev.cartwright.shop.testing.ShopScenario.productDemanded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.shop.Shop;
import dev.cartwright.shop.trade.TradeEvent.DemandCounted;
import org.junit.jupiter.api.Test;

class OnProductDemandedTest {

    @Test
    void countsHowOftenTheProductWasAdded_whateverTheNumberOfPieces() {
        given(product("123")).when(productDemanded("123", 5)).then(property(TIMES_ADDED).is(1L),
                emitted(DemandCounted.class).with("product_id", "123"), nothingElseEmitted());
        given(product("123").with(TIMES_ADDED, 41L)).when(productDemanded("123", 1))
                .then(property(TIMES_ADDED).is(42L));
    }

    @Test
    void mayComeInAnyOrder() {
        assertThat(Shop.rules().isOrderFree("product-demanded")).isTrue();
    }
}
