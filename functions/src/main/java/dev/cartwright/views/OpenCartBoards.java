package dev.cartwright.views;

import dev.cartwright.runtime.EndlessBoards;
import dev.cartwright.runtime.EndlessBoards.Span;
import dev.cartwright.runtime.EndlessBoards.Standers;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.shop.cart.Cart;
import java.time.Duration;
import java.util.List;

/**
 * Reads the boards of open carts, and has those made complete that were lost. Whoever has that begun waits for it for a
 * short while, others not at all. Thread-safe.
 */
final class OpenCartBoards {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EndlessBoards boards;
    private final OpenCartSearch search;
    private final RuleSetVersion version;

    OpenCartBoards(EndlessBoards boards, OpenCartSearch search, RuleSetVersion version) {
        this.boards = boards;
        this.search = search;
        this.version = version;
    }

    /**
     * Whose cart is open, and who was heard of last within this span.
     *
     * @param longest how many shoppers of each board are told by name at the most
     */
    List<Standers> read(Span span, int longest) {
        var read = boards.read(Cart.OPEN, Cart.boards(), span, longest, version);
        if (areComplete(read)) {
            return read;
        }
        if (search.start(span.until().minus(Cart.OPEN.kept()), PATIENCE)) {
            var again = boards.read(Cart.OPEN, Cart.boards(), span, longest, version);
            if (areComplete(again)) {
                return again;
            }
        }
        throw new Unavailable(Unavailable.Reason.STORE_AWAY, "the view is being made anew from the log");
    }

    private static boolean areComplete(List<Standers> boards) {
        return boards.stream().allMatch(Standers::complete);
    }
}
