package dev.cartwright.views;

import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.EndlessBoards.Span;
import dev.cartwright.runtime.RankingStore.Score;
import dev.cartwright.runtime.Snapshot;
import dev.cartwright.shop.cart.Cart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Carts with something in them, those first whose shoppers have been away longest; who has been away for a week is
 * forgotten. The ranking tells where to look, and the shopper's state whether it is so: who stands there wrongly goes.
 */
final class OpenCarts implements View {

    static final String NAME = "open-carts";
    static final String KIND = "user";
    /** A reader looks at no more shoppers than this. */
    private static final int LOOKED_AT = 200;

    private final OpenCartBoards boards;
    private final Standings standings;

    OpenCarts(OpenCartBoards boards, Standings standings) {
        this.boards = boards;
        this.standings = standings;
    }

    /** @param lastActive when the shopper was heard of last */
    record Row(String userId, String lastActive, int products, long pieces) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        var shoppers = boards.read(new Span(now.minus(Cart.OPEN.kept()), now), LOOKED_AT).stream()
                .flatMap(board -> board.longest().stream())
                .sorted(Comparator.comparingLong(Score::score)).limit(LOOKED_AT).map(Score::source).toList();
        var known = standings.subjects().current(shoppers);
        Map<String, Snapshot> wrong = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        known.forEach((shopper, snapshot) -> {
            var cart = snapshot.state().get(Cart.CART).orElse(Map.of());
            if (cart.isEmpty()) {
                wrong.put(shopper, snapshot);
            } else {
                rows.add(row(shopper, snapshot.state(), cart));
            }
        });
        standings.put(wrong);
        rows.sort(Comparator.comparing(Row::lastActive).thenComparing(Row::userId));
        return rows;
    }

    private static Row row(String shopper, State state, Map<String, Long> cart) {
        return new Row(Subjects.id(shopper), Position.format(state.watermark().time()), cart.size(),
                cart.values().stream().mapToLong(Long::longValue).sum());
    }
}
