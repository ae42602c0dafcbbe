package dev.cartwright.config;

import dev.cartwright.live.LiveHub;
import dev.cartwright.live.LivePublisher;
import dev.cartwright.live.LiveSettings;
import dev.cartwright.live.LiveSource;
import dev.cartwright.live.LiveStore;
import dev.cartwright.live.ViewMessages;
import dev.cartwright.live.ViewTeller;
import dev.cartwright.live.Views;
import dev.cartwright.redis.RedisLiveStore;
import dev.cartwright.redis.RedisPool;
import dev.cartwright.runtime.SubjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The live feed. */
final class LiveBeans {

    /** Each message of a view tells all of it: whoever missed one needs the last alone. */
    private static final int VIEW_HISTORY = 8;

    @Produces
    @Singleton
    LiveStore store(@Named("cache") RedisPool cache, CartwrightConfig config) {
        return new RedisLiveStore(cache, VIEW_HISTORY, config.live().life());
    }

    @Produces
    @Singleton
    ViewMessages messages(Views views) {
        return new ViewMessages(views, Clock.systemUTC());
    }

    @Produces
    @ApplicationScoped
    LiveSource source(LiveStore store, SubjectReader subjects, ViewMessages views, CartwrightConfig config) {
        var live = config.live();
        return LiveHub.start(store, subjects::current, views,
                new LiveSettings(live.enabled() ? live.maxFollowers() : 0, live.checkEvery(), config.cache().deadline()));
    }

    void close(@Disposes LiveSource source) {
        source.close();
    }

    @Produces
    @ApplicationScoped
    LivePublisher publisher(LiveStore store, ViewMessages views) {
        return ViewTeller.start(store, views);
    }

    void close(@Disposes LivePublisher publisher) {
        publisher.close();
    }
}
