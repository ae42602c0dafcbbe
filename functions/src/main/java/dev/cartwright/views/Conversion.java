package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.shop.trade.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How much of what goes into carts becomes orders. Counted is each time that a product is put into a cart, not each
 * cart: so it follows from slots alone, and comes out the same from the log.
 */
final class Conversion implements View {

    static final String NAME = "conversion";
    private static final int DECIMALS = 4;

    private final Boards boards;

    Conversion(Boards boards) {
        this.boards = boards;
    }

    /** @param ordersPerAdd null where nothing was added */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String window, long adds, long orders, BigDecimal ordersPerAdd) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of("window", Window.names());
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        var window = parameters.get("window");
        var from = Window.of(window).before(now);
        long adds = sum(boards.sums(Trade.TOP_BY_ADDS, from, now).values());
        long orders = sum(boards.sums(Trade.ORDERS, from, now).values());
        return List.of(new Row(window, adds, orders, adds == 0 ? null
                : BigDecimal.valueOf(orders).divide(BigDecimal.valueOf(adds), DECIMALS, RoundingMode.HALF_EVEN)));
    }

    private static long sum(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }
}
