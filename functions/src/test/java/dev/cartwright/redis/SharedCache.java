package dev.cartwright.redis;

import dev.cartwright.testing.Servers;
import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.RedisClient;

/** Clients of the cache that all tests of the JVM share; they end with it. */
final class SharedCache {

    static final RedisPool POOL = new RedisPool("the cache", URI.create(Servers.cache().url()), Duration.ofSeconds(10));
    static final RedisClient CLIENT = RedisClient.create(Servers.cache().url());

    private SharedCache() {}
}
