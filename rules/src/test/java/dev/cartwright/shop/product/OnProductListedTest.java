package dev.cartwright.shop.product;

import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.shop.product.Product.CATEGORY;
import static dev.cartwright.shop.product.Product.IMAGE;
import static dev.cartwright.shop.product.Product.NAME;
import static dev.cartwright.shop.product.Product.PRICE;
import static dev.cartwright.shop.product.Product.TIMES_ADDED;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.product;
import static dev.cartwright.shop.testing.ShopScenario.productListed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.shop.Shop;
import dev.cartwright.shop.product.ProductEvent.ProductCatalogued;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OnProductListedTest {

    @Test
    void remembersHowTheProductIsOffered_andPutsItIntoTheCatalog() {
        given(product("teapot").with(TIMES_ADDED, 3L)).when(productListed("teapot", "Teapot", "29.50"))
                .then(property(NAME).is("Teapot"), property(PRICE).is(new BigDecimal("29.50")),
                        property(CATEGORY).is("Kitchen"), property(IMAGE).is("/teapot.svg"),
                        property(TIMES_ADDED).is(3L),
                        emitted(ProductCatalogued.class).to("catalog/all").with("product_id", "teapot")
                                .with("name", "Teapot").with("category", "Kitchen").with("image", "/teapot.svg"),
                        nothingElseEmitted());
    }

    @Test
    void theLastOfferCounts() {
        given(productListed("teapot", "Teapot", "29.50")).when(productListed("teapot", "Tea pot", "19.50"))
                .then(property(NAME).is("Tea pot"), property(PRICE).is(new BigDecimal("19.50")));
    }

    @Test
    void mayComeInAnyOrder() {
        assertThat(Shop.rules().isOrderFree("product-listed")).isTrue();
    }
}
