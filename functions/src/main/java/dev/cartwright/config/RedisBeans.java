package dev.cartwright.config;

import dev.cartwright.redis.BoundedIngest;
import dev.cartwright.redis.RedisOutcomeFeed;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.redis.RedisStreamsPublisher;
import dev.cartwright.redis.RedisSubjectStore;
import dev.cartwright.runtime.IngestPublisher;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.SubjectStore;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What is kept in the two Redis servers: the cache, and the broker of a laptop. */
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
    @Named("broker")
    RedisPool broker(CartwrightConfig config) {
        return new RedisPool("the broker", config.broker().url(), config.broker().deadline());
    }

    @Produces
    @Singleton
    SubjectStore store(@Named("cache") RedisPool cache) {
        return new RedisSubjectStore(cache);
    }

    @Produces
    @Singleton
    @Typed(RedisStreamsPublisher.class)
    RedisStreamsPublisher streams(@Named("broker") RedisPool broker) {
        return new RedisStreamsPublisher(broker, Clock.systemUTC());
    }

    @Produces
    @Singleton
    Publisher publisher(RedisStreamsPublisher streams) {
        return streams;
    }

    @Produces
    @Singleton
    RedisOutcomeFeed outcomes(@Named("broker") RedisPool broker) {
        return RedisOutcomeFeed.start(broker);
    }

    @Produces
    @Singleton
    @Typed(IngestPublisher.class)
    IngestPublisher ingest(RedisStreamsPublisher streams, CartwrightConfig config) {
        return new BoundedIngest(streams, config.broker().maxBacklog());
    }
}
