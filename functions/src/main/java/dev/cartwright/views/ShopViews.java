package dev.cartwright.views;

import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SubjectReader;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What can be asked of the shop's trade. */
public final class ShopViews {

    private ShopViews() {}

    public static List<View> of(RankingStore rankings, SubjectReader subjects, RuleSet rules, RuleSetVersion version,
            Supplier<Instant> clock) {
        var boards = new Boards(rankings, subjects, rules, version, clock);
        return List.of(new TopProducts(boards), new Sales(boards), new Conversion(boards), new Products(subjects),
                new OpenCarts(rankings, subjects, rules));
    }
}
