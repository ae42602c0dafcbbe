package dev.cartwright.shop.trade;

import static dev.cartwright.rules.Effects.addEach;
import static dev.cartwright.rules.Effects.rankEach;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.trade.Trade.ORDERS;
import static dev.cartwright.shop.trade.Trade.ORDERS_BY_MINUTE;
import static dev.cartwright.shop.trade.Trade.REVENUE;
import static dev.cartwright.shop.trade.Trade.REVENUES;
import static dev.cartwright.shop.trade.Trade.REVENUE_BY_MINUTE;
import static dev.cartwright.shop.trade.Trade.TOP_BY_REVENUE;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.trade.TradeEvent.SaleCounted;
import java.util.List;
import java.util.Map;

/** The shop sold something. */
@AutoService(RuleBook.class)
public final class OnSaleCounted implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-sale-counted")
                        .describedAs("Count orders and revenue by minute, and revenue by product, and rank them")
                        .on(SaleCounted.class)
                        .then(addEach(ORDERS_BY_MINUTE, sale -> Map.of(sale.minute(), sale.orders())),
                                addEach(REVENUE_BY_MINUTE, sale -> Map.of(sale.minute(), sale.total())),
                                addEach(REVENUE, SaleCounted::revenue),
                                rankEach(ORDERS, ORDERS_BY_MINUTE),
                                rankEach(REVENUES, REVENUE_BY_MINUTE),
                                rankEach(TOP_BY_REVENUE, REVENUE)));
    }
}
