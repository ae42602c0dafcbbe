package dev.cartwright.shop.product;

import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.shop.product.Catalog.PRODUCTS;
import static dev.cartwright.shop.testing.ShopScenario.given;
import static dev.cartwright.shop.testing.ShopScenario.productCatalogued;

import dev.cartwright.shop.product.Catalog.Listing;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnProductCataloguedTest {

    private static final Listing TEAPOT = new Listing("Teapot", new BigDecimal("29.50"), "Kitchen", "/teapot.svg");
    private static final Listing LAMP = new Listing("Lamp", new BigDecimal("49"), "Kitchen", "/lamp.svg");

    @Test
    void addsTheProduct() {
        given(productCatalogued("lamp", "Lamp", "49")).when(productCatalogued("teapot", "Teapot", "29.50"))
                .then(property(PRODUCTS).is(Map.of("lamp", LAMP, "teapot", TEAPOT)), nothingElseEmitted());
    }

    @Test
    void keepsTheProductAsItIsOfferedLast() {
        given(productCatalogued("teapot", "Tea pot", "19.50")).when(productCatalogued("teapot", "Teapot", "29.50"))
                .then(property(PRODUCTS).is(Map.of("teapot", TEAPOT)));
    }
}
