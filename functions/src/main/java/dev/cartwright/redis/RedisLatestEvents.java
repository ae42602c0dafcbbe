package dev.cartwright.redis;

import dev.cartwright.runtime.LatestEvents;
import java.time.Duration;
import java.util.List;

/** The last events in one list of Redis. Thread-safe. */
public final class RedisLatestEvents implements LatestEvents {

    private static final String KEY = "latest-events";
    private static final Duration KEPT = Duration.ofDays(1);

    private final RedisPool redis;

    public RedisLatestEvents(RedisPool redis) {
        this.redis = redis;
    }

    @Override
    public void add(List<String> events) {
        redis.pipelined(pipeline -> {
            pipeline.lpush(KEY, events.toArray(String[]::new));
            pipeline.ltrim(KEY, 0, MOST - 1);
            return pipeline.pexpire(KEY, KEPT.toMillis());
        }).get();
    }

    @Override
    public List<String> newest() {
        return redis.pipelined(pipeline -> pipeline.lrange(KEY, 0, -1)).get();
    }
}
