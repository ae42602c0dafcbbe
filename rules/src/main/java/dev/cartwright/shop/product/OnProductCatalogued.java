package dev.cartwright.shop.product;

import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.product.Catalog.PRODUCTS;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.product.ProductEvent.ProductCatalogued;
import java.util.List;

/** A catalog has a product. */
@AutoService(RuleBook.class)
public final class OnProductCatalogued implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-product-catalogued")
                        .describedAs("Keep the product as it is offered last")
                        .on(ProductCatalogued.class)
                        .then(update(PRODUCTS, Catalog::plus)));
    }
}
