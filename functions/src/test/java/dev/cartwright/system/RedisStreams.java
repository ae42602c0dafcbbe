package dev.cartwright.system;

import java.net.URI;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.resps.StreamGroupInfo;

/** Redis Streams, which know what is acknowledged; thread-safe. */
final class RedisStreams implements Broker {

    private static final long UNKNOWN = -1;

    private final RedisClient redis;

    RedisStreams(URI url) {
        this.redis = RedisClient.create(url);
    }

    @Override
    public long acknowledged() {
        var functions = functions();
        return number(functions, "entries-read") - functions.getPending();
    }

    @Override
    public boolean isDrained() {
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
