package dev.cartwright.views;

import dev.cartwright.shop.trade.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Orders and revenue by the minute, the latest first. */
final class Sales implements View {

    static final String NAME = "sales";

    private final Boards boards;

    Sales(Boards boards) {
        this.boards = boards;
    }

    /** A minute, by the time at which it began; there is a row for those without orders, too. */
    record Row(String minute, long orders, BigDecimal revenue) {}

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
        var minutes = Window.of(parameters.get("window")).minutes(now);
        var revenues = boards.byMinute(Trade.REVENUES, minutes);
        return boards.byMinute(Trade.ORDERS, minutes).entrySet().stream().map(minute ->
                new Row(minute.getKey() + "Z", minute.getValue(), Money.of(revenues.get(minute.getKey())))).toList();
    }
}
