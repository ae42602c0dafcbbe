package dev.cartwright.config;

import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.views.ShopViews;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What can be asked of many subjects at once. */
final class ViewBeans {

    @Produces
    @Singleton
    ShopViews views(RankingStore rankings, SubjectReader subjects, RuleSet rules, RuleSetVersion version,
            CartwrightConfig config) {
        return ShopViews.of(rankings, subjects, rules, version, config.views().age(), Clock.systemUTC()::instant);
    }
}
