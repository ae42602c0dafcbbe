package dev.cartwright.views;

import dev.cartwright.shop.trade.Slot;
import dev.cartwright.shop.trade.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        var from = Window.of(parameters.get("window")).before(now);
        var orders = boards.sums(Trade.ORDERS, from, now);
        var revenues = boards.sums(Trade.REVENUES, from, now);
        return Stream.iterate(now.truncatedTo(ChronoUnit.MINUTES), minute -> !minute.isBefore(from),
                minute -> minute.minus(1, ChronoUnit.MINUTES)).map(Slot::minute).map(minute -> new Row(minute + "Z",
                        orders.getOrDefault(minute, 0L), Money.of(revenues.getOrDefault(minute, 0L)))).toList();
    }
}
