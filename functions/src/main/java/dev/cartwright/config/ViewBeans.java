package dev.cartwright.config;

import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.EndlessBoards;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.LatestEvents;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.SharedWork;
import dev.cartwright.runtime.SubjectFinder;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.views.AllViews;
import dev.cartwright.views.OperationsViews;
import dev.cartwright.views.OperationsViews.Ages;
import dev.cartwright.views.RuleMap;
import dev.cartwright.views.ShopViews;
import dev.cartwright.views.View;
import dev.cartwright.views.ViewNews;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of many subjects at once. */
final class ViewBeans {

    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    /** A day changes every five minutes, and there is a sample every ten seconds. */
    private static final Ages AGES = new Ages(Duration.ofMinutes(1), Duration.ofSeconds(5));

    @Produces
    @Singleton
    ShopViews.Sources shopSources(RankingStore rankings, EndlessBoards endless, SubjectReader subjects,
            SubjectFinder finder, SharedWork shared) {
        return new ShopViews.Sources(rankings, endless, subjects, finder, shared);
    }

    @Produces
    @Singleton
    ShopViews shop(ShopViews.Sources sources, RuleSet rules, RuleSetVersion version) {
        return new ShopViews(sources, rules, version, InstantSource.system()::instant);
    }

    void tell(@Observes StartupEvent event, ViewNews news, Vertx vertx) {
        vertx.setPeriodic(MINUTE_MILLIS, minute -> news.minutePassed());
    }

    void close(@Disposes ShopViews shop) {
        shop.close();
    }

    @Produces
    @Singleton
    AllViews views(ShopViews shop, SubjectReader subjects, RuleSet rules, EventLog log, LatestEvents latest,
            CartwrightConfig config) {
        var clock = InstantSource.system();
        List<View> views = new ArrayList<>(shop.all());
        views.add(RuleMap.of(rules, config.rules().sources(), subjects));
        views.addAll(OperationsViews.of(subjects, log, latest, AGES, clock::instant));
        return new AllViews(views, config.views().age(), clock::instant);
    }
}
