package dev.cartwright.shop.trade;

import dev.cartwright.shop.order.OrderEvent.OrderReceived;
import dev.cartwright.shop.order.OrderLine;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import dev.cartwright.shop.trade.TradeEvent.DemandCounted;
import dev.cartwright.shop.trade.TradeEvent.SaleCounted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How what happens to products and orders is counted: by the time when it happened. */
public final class Counting {

    private static final int DECIMALS = 2;
    /** What nobody could pay must not keep the order from being taken. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 50);

    private Counting() {}

    public static DemandCounted demand(ProductDemanded demanded, Instant time) {
        var product = demanded.productId();
        return new DemandCounted(Slot.of(time, product).toString(), product);
    }

    /** One for each slot that has something to count: the order itself, or products of it that have a price. */
    public static Collection<SaleCounted> sale(OrderReceived order, Instant time) {
        var own = Slot.of(time, order.orderId()).toString();
        Map<String, Map<String, Long>> revenues = new TreeMap<>(Map.of(own, Map.of()));
        if (order.lines() != null) {
            order.lines().stream().filter(line -> line.price() != null).forEach(line -> revenues.merge(
                    Slot.of(time, line.productId()).toString(), Map.of(line.productId(), hundredths(line)),
                    Counting::plus));
        }
        var minute = Slot.minute(time);
        return revenues.entrySet().stream().map(slot ->
                new SaleCounted(slot.getKey(), minute, slot.getKey().equals(own) ? 1L : 0L, slot.getValue())).toList();
    }

    private static Map<String, Long> plus(Map<String, Long> some, Map<String, Long> more) {
        var sums = new HashMap<>(some);
        more.forEach((product, revenue) -> sums.merge(product, revenue, Math::addExact));
        return sums;
    }

    private static long hundredths(OrderLine line) {
        var pieces = line.quantity() == null ? 1 : line.quantity();
        return line.price().multiply(BigDecimal.valueOf(pieces)).movePointRight(DECIMALS).min(MOST)
                .setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
