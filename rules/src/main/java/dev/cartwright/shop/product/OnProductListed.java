package dev.cartwright.shop.product;

import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.product.ProductEvent.ProductCatalogued;
import dev.cartwright.shop.product.ProductEvent.ProductListed;
import java.util.List;

/** A product is offered. */
@AutoService(RuleBook.class)
public final class OnProductListed implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-product-listed")
                        .describedAs("Remember how the product is offered, and put it into the catalog")
                        .on(ProductListed.class)
                        .then(set(Product.NAME, ProductListed::name),
                                set(Product.PRICE, ProductListed::price),
                                set(Product.CATEGORY, ProductListed::category),
                                set(Product.IMAGE, ProductListed::image),
                                emit(ProductCatalogued.class, OnProductListed::catalogued)));
    }

    private static ProductCatalogued catalogued(ProductListed listed) {
        return new ProductCatalogued(Catalog.ALL, listed.productId(), listed.name(), listed.price(),
                listed.category(), listed.image());
    }
}
