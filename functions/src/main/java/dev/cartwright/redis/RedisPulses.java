package dev.cartwright.redis;

import dev.cartwright.runtime.Pulses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The last pulse of each instance, in milliseconds, in one sorted set. Thread-safe. */
public final class RedisPulses implements Pulses {

    private static final String KEY = "pulses";
    /** Whoever nobody forgot in so long is forgotten by itself. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final RedisPool redis;
    private final InstantSource time;

    public RedisPulses(RedisPool redis, InstantSource time) {
        this.redis = redis;
        this.time = time;
    }

    @Override
    public Map<String, Instant> heard() {
        double oldest = time.instant().minus(KEPT).toEpochMilli();
        Map<String, Instant> heard = new HashMap<>();
        redis.pipelined(pipeline -> {
            pipeline.zremrangeByScore(KEY, 0, oldest);
            return pipeline.zrangeWithScores(KEY, 0, -1);
        }).get().forEach(pulse -> heard.put(pulse.getElement(), Instant.ofEpochMilli((long) pulse.getScore())));
        return heard;
    }

    @Override
    public void tell(Map<String, Instant> pulses) {
        Map<String, Double> scores = new HashMap<>();
        pulses.forEach((instance, heard) -> scores.put(instance, (double) heard.toEpochMilli()));
        redis.pipelined(pipeline -> pipeline.zadd(KEY, scores)).get();
    }

    @Override
    public void forget(String instance) {
        redis.pipelined(pipeline -> pipeline.zrem(KEY, instance)).get();
    }
}
