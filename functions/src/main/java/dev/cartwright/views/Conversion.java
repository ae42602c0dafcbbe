package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.runtime.EndlessBoards.Span;
import dev.cartwright.runtime.EndlessBoards.Standers;
import dev.cartwright.shop.trade.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many carts become orders. A cart is one that was ordered within the window, or one that is still open and whose
 * shopper was heard of last within the window. So each order is a cart, one that a service placed for whoever had none,
 * too, and whatever becomes of the order later; who orders and fills the cart again has two. A guest that signs in hands
 * the cart over: it is the user's alone then. Nothing is left of a cart that was emptied by hand: it does not count.
 */
final class Conversion implements View {

    static final String NAME = "conversion";
    private static final int DECIMALS = 4;

    private final Boards boards;
    private final OpenCartBoards open;

    Conversion(Boards boards, OpenCartBoards open) {
        this.boards = boards;
        this.open = open;
    }

    /** @param conversion orders for each cart; null where there are no carts */
    record Row(String window, long carts, long orders, @JsonInclude BigDecimal conversion) {}

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
        var minutes = Window.of(window).minutes(now);
        long orders = boards.byMinute(Trade.ORDERS, minutes).values().stream().mapToLong(Long::longValue).sum();
        var span = new Span(minutes.get(minutes.size() - 1), now);
        long carts = orders + open.read(span, 0).stream().mapToLong(Standers::count).sum();
        return List.of(new Row(window, carts, orders, carts == 0 ? null : share(orders, carts)));
    }

    private static BigDecimal share(long some, long all) {
        return BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
