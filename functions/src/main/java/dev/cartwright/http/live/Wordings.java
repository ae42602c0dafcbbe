package dev.cartwright.http.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cartwright.live.LiveMessage;
import jakarta.inject.Singleton;

/** Remembers how messages are written for as long as somebody else may be told the same. Thread-safe. */
@Singleton
final class Wordings {

    private static final int REMEMBERED = 10_000;

    // why weak: all watchers of a channel get the same object, and when it is gone, nobody asks any more.
    private final Cache<LiveMessage, Wording> known =
            Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED).executor(Runnable::run).build();

    Wording of(LiveMessage message) {
        return known.get(message, Wording::new);
    }
}
