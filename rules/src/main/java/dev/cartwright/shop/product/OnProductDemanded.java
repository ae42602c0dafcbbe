package dev.cartwright.shop.product;

import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.emitAt;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.product.Product.TIMES_ADDED;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import dev.cartwright.shop.trade.Counting;
import dev.cartwright.shop.trade.TradeEvent.DemandCounted;
import java.util.List;

/** A product is wanted. */
@AutoService(RuleBook.class)
public final class OnProductDemanded implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-product-demanded")
                        .describedAs("Count how often the product was put into a cart; tell the shop")
                        .on(ProductDemanded.class)
                        .then(add(TIMES_ADDED, demanded -> 1L),
                                emitAt(DemandCounted.class, Counting::demand)));
    }
}
