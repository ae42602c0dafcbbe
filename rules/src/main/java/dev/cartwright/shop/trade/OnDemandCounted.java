package dev.cartwright.shop.trade;

import static dev.cartwright.rules.Effects.addEach;
import static dev.cartwright.rules.Effects.rankEach;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.trade.Trade.ADDS;
import static dev.cartwright.shop.trade.Trade.TOP_BY_ADDS;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.trade.TradeEvent.DemandCounted;
import java.util.List;
import java.util.Map;

/** A product is wanted, somewhere in the shop. */
@AutoService(RuleBook.class)
public final class OnDemandCounted implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-demand-counted")
                        .describedAs("Count how often each product was put into a cart, and rank products by it")
                        .on(DemandCounted.class)
                        .then(addEach(ADDS, counted -> Map.of(counted.productId(), 1L)),
                                rankEach(TOP_BY_ADDS, ADDS)));
    }
}
