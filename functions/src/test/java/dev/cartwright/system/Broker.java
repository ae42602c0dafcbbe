package dev.cartwright.system;

import java.net.URI;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.resps.StreamGroupInfo;

/** What a running system's broker tells of its work; thread-safe. */
final class Broker implements AutoCloseable {

    private static final long UNKNOWN = -1;

    private final RedisClient redis;

    Broker(URI url) {
        this.redis = RedisClient.create(url);
    }

    /** How many events and follow-ups the functions have acknowledged since the start. */
    long acknowledged() {
        var functions = functions();
        return number(functions, "entries-read") - functions.getPending();
    }

    /** True when all that was published is acknowledged. */
    boolean isDrained() {
        var functions = functions();
        return functions.getPending() == 0 && number(functions, "lag") == 0;
    }

    @Override
    public void close() {
        redis.close();
    }

    private StreamGroupInfo functions() {
        return redis.xinfoGroups("events").get(0);
    }

    private static long number(StreamGroupInfo group, String name) {
        return group.getGroupInfo().get(name) instanceof Number number ? number.longValue() : UNKNOWN;
    }
}
