package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.shop.trade.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The products that were put into carts most often, or brought most. */
final class TopProducts implements View {

    static final String NAME = "top-products";
    private static final String REVENUE = "revenue";

    private final Boards boards;

    TopProducts(Boards boards) {
        this.boards = boards;
    }

    /** A product with what it is ranked by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String productId, Long adds, BigDecimal revenue) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of("by", List.of("adds", REVENUE), "window", Window.names());
    }

    /** What the shop earns is nobody else's business. */
    @Override
    public boolean isPublic(Map<String, String> parameters) {
        return !isByRevenue(parameters);
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        boolean byRevenue = isByRevenue(parameters);
        var from = Window.of(parameters.get("window")).before(now);
        var sums = boards.sums(byRevenue ? Trade.TOP_BY_REVENUE : Trade.TOP_BY_ADDS, from, now);
        return Scores.ranked(sums).stream().map(product -> byRevenue
                ? new Row(product.getKey(), null, Money.of(product.getValue()))
                : new Row(product.getKey(), product.getValue(), null)).toList();
    }

    private static boolean isByRevenue(Map<String, String> parameters) {
        return REVENUE.equals(parameters.get("by"));
    }
}
