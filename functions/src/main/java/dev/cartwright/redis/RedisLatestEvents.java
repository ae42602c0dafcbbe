package dev.cartwright.redis;

import dev.cartwright.runtime.LatestEvents;
import java.time.Duration;
import java.util.List;

/** The last events in one list of Redis. Thread-safe. */
public final class RedisLatestEvents implements LatestEvents {

    private static final String KEY = "latest-events";
    private static final Duration KEPT = Duration.ofDays(1);

    private final RedisPool redis;
    private final int most;

    /** @param most how many are kept */
    public RedisLatestEvents(RedisPool redis, int most) {
        this.redis = redis;
        this.most = most;
    }

    @Override
    public void add(List<String> events) {
        redis.pipelined(pipeline -> {
            pipeline.lpush(KEY, events.toArray(String[]::new));
            pipeline.ltrim(KEY, 0, most - 1);
            return pipeline.pexpire(KEY, KEPT.toMillis());
        }).get();
    }

    @Override
    public List<String> newest(int limit) {
        return redis.pipelined(pipeline -> pipeline.lrange(KEY, 0, limit - 1)).get();
    }
}
