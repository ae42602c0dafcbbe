package dev.cartwright.config;

import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisSubjectStore;
import dev.cartwright.runtime.SubjectStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What is kept in the Redis that caches. */
final class RedisBeans {

    @Produces
    @Singleton
    @Named("cache")
    RedisPool cache(CartwrightConfig config) {
        return new RedisPool("the cache", config.cache().url(), config.cache().deadline(),
                config.cache().caCertificate());
    }

    @Produces
    @Singleton
    SubjectStore store(@Named("cache") RedisPool cache) {
        return new RedisSubjectStore(cache);
    }
}
