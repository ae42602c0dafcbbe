package dev.cartwright.redis;

import dev.cartwright.runtime.Quota;
import dev.cartwright.runtime.SharedQuotas;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis.JedisBasedProxyManagerBuilder;
import io.github.bucket4j.redis.jedis.RedisApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import redis.clients.jedis.exceptions.JedisException;

/** Quotas in Redis, one key a client and quota, which goes when there is nothing left to remember. Thread-safe. */
public final class RedisQuotas implements SharedQuotas {

    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private final RedisPool redis;
    private final ProxyManager<byte[]> buckets;

    public RedisQuotas(RedisPool redis) {
        this.redis = redis;
        this.buckets = new JedisBasedProxyManagerBuilder<>(Mapper.BYTES, new Pooled(redis))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LEEWAY))
                .maxRetries(3).build();
    }

    @Override
    public long use(Quota quota, String client, long amount) {
        var key = ("quota:{" + quota.name() + ':' + client + '}').getBytes(StandardCharsets.UTF_8);
        try {
            var bucket = buckets.builder().build(key, () -> BucketConfiguration.builder().addLimit(limit ->
                    limit.capacity(quota.amount()).refillGreedy(quota.amount(), quota.window())).build());
            return bucket.asVerbose().consumeIgnoringRateLimits(amount).getDiagnostics().getAvailableTokens();
        } catch (JedisException e) {
            throw redis.away(e);
        }
    }

    /** Over the connections, and with the deadlines, of everything else. */
    private record Pooled(RedisPool redis) implements RedisApi {

        @Override
        public Object eval(byte[] script, int keyCount, byte[]... parameters) {
            return redis.pipelined(pipeline -> pipeline.eval(script, keyCount, parameters)).get();
        }

        @Override
        public byte[] get(byte[] key) {
            return redis.pipelined(pipeline -> pipeline.get(key)).get();
        }

        @Override
        public void delete(byte[] key) {
            redis.pipelined(pipeline -> pipeline.del(key)).get();
        }
    }
}
