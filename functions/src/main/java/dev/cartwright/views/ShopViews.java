package dev.cartwright.views;

import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.EndlessBoards;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SharedWork;
import dev.cartwright.runtime.SubjectFinder;
import dev.cartwright.runtime.SubjectReader;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What can be asked of the shop's trade; to be closed, since some of it is made anew beside those who ask. */
public final class ShopViews implements AutoCloseable {

    /**
     * What the views are read from.
     *
     * @param endless boards of the same rankings
     */
    public record Sources(RankingStore rankings, EndlessBoards endless, SubjectReader subjects, SubjectFinder finder,
            SharedWork shared) {}

    private final List<View> views;
    private final OpenCartSearch search;

    public ShopViews(Sources sources, RuleSet rules, RuleSetVersion version, Supplier<Instant> clock) {
        var subjects = sources.subjects();
        var boards = new Boards(sources.rankings(), subjects, rules, version, clock);
        var standings = new Standings(subjects, sources.rankings(), rules);
        search = new OpenCartSearch(sources.endless(), standings, sources.finder(), sources.shared(), version);
        var open = new OpenCartBoards(sources.endless(), search, version);
        views = List.of(new TopProducts(boards), new Sales(boards), new Conversion(boards, open),
                new Products(subjects), new OpenCarts(open, standings));
    }

    public List<View> all() {
        return views;
    }

    @Override
    public void close() {
        search.close();
    }
}
