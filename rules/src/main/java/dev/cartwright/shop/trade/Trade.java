package dev.cartwright.shop.trade;

import dev.cartwright.rules.Property;
import dev.cartwright.rules.Ranking;
import java.time.Duration;
import java.util.Map;

/** What a slot counts, and the rankings of it. Revenue is in hundredths, so that sums are exact. */
public final class Trade {

    /** The longest time that is asked for, and the slot that it begins in the middle of. */
    private static final Duration KEPT = Duration.ofDays(1).plus(Slot.LENGTH).plus(Slot.LENGTH);

    /** How often each product was put into a cart. */
    static final Property<Map<String, Long>> ADDS = Property.counts("adds");
    static final Property<Map<String, Long>> REVENUE = Property.counts("revenue");
    static final Property<Map<String, Long>> ORDERS_BY_MINUTE = Property.counts("orders_by_minute");
    static final Property<Map<String, Long>> REVENUE_BY_MINUTE = Property.counts("revenue_by_minute");

    /** Products by how often they were put into carts. */
    public static final Ranking TOP_BY_ADDS = new Ranking("top-by-adds", KEPT, Slot::place);
    /** Products by what they brought. */
    public static final Ranking TOP_BY_REVENUE = new Ranking("top-by-revenue", KEPT, Slot::place);
    /** Minutes by their orders. */
    public static final Ranking ORDERS = new Ranking("orders", KEPT, Slot::place);
    /** Minutes by their revenue. */
    public static final Ranking REVENUES = new Ranking("revenues", KEPT, Slot::place);

    private Trade() {}
}
