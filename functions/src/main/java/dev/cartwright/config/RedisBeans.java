package dev.cartwright.config;

import dev.cartwright.http.limit.RateLimitConfig;
import dev.cartwright.redis.RedisEndlessBoards;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisQuotas;
import dev.cartwright.redis.RedisRankings;
import dev.cartwright.redis.RedisSharedWork;
import dev.cartwright.redis.RedisSubjectStore;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.EndlessBoards;
import dev.cartwright.runtime.RankedSubjectStore;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.SharedQuotas;
import dev.cartwright.runtime.SharedWork;
import dev.cartwright.runtime.SubjectStore;
import dev.cartwright.views.ViewNews;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What is kept in the Redis that caches. */
final class RedisBeans {

    @Produces
    @Singleton
    @Named("cache")
    RedisPool cache(CartwrightConfig config) {
        return cache(config, config.cache().deadline());
    }

    /** Of its own, with a deadline of its own: what limits the shop must not slow it. */
    @Produces
    @Singleton
    @Named("quotas")
    RedisPool quotas(CartwrightConfig config, RateLimitConfig limits) {
        return cache(config, limits.deadline());
    }

    private static RedisPool cache(CartwrightConfig config, Duration deadline) {
        return GiveUp.unless(() ->
                new RedisPool("the cache", config.cache().url(), deadline, config.cache().caCertificate()));
    }

    void close(@Disposes @Named("quotas") RedisPool quotas) {
        quotas.close();
    }

    @Produces
    @Singleton
    SharedQuotas sharedQuotas(@Named("quotas") RedisPool quotas) {
        return new RedisQuotas(quotas);
    }

    @Produces
    @Singleton
    RankingStore rankings(@Named("cache") RedisPool cache) {
        return new RedisRankings(cache);
    }

    @Produces
    @Singleton
    EndlessBoards endlessBoards(@Named("cache") RedisPool cache) {
        return new RedisEndlessBoards(cache);
    }

    @Produces
    @Singleton
    SharedWork sharedWork(@Named("cache") RedisPool cache) {
        return new RedisSharedWork(cache);
    }

    @Produces
    @Singleton
    SubjectStore store(@Named("cache") RedisPool cache, CartwrightConfig config, RuleSet rules,
            RankingStore rankings, ViewNews news) {
        var subjects = new RedisSubjectStore(cache, config.live().history());
        return new RankedSubjectStore(subjects, rules, rankings, news::changed);
    }
}
