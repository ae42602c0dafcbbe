package dev.cartwright.http.limit;

import dev.cartwright.runtime.Quota;
import dev.cartwright.runtime.SharedQuotas;
import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What one client has used of a quota here, and what of that other instances have not been told. Thread-safe. */
final class Client {

    /** When so many parts of a hundred are untold, they are told: so much more each further instance may let through. */
    private static final int UNTOLD_PERCENT = 10;
    private static final int HASH_BYTES = 16;

    private final Quota quota;
    private final String hash;
    private final Bucket bucket;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicBoolean telling = new AtomicBoolean();

    Client(Quota quota, String name) {
        this.quota = quota;
        this.hash = hash(name);
        this.bucket = Bucket.builder().addLimit(limit ->
                limit.capacity(quota.amount()).refillGreedy(quota.amount(), quota.window())).build();
    }

    Toll charge(long amount) {
        var probe = bucket.tryConsumeAndReturnRemaining(amount);
        if (probe.isConsumed()) {
            untold.addAndGet(amount);
        }
        return Toll.of(quota, probe);
    }

    /** True for the one who is to {@link #tell} then. */
    boolean hasMuchToTell() {
        return untold.get() * 100 >= quota.amount() * UNTOLD_PERCENT && telling.compareAndSet(false, true);
    }

    /** Tells what was used here, and learns what was used elsewhere. */
    void tell(SharedQuotas shared) {
        long told = untold.getAndSet(0);
        try {
            long left = shared.use(quota, hash, told) - untold.get();
            long here = bucket.getAvailableTokens();
            if (left < here) {
                bucket.consumeIgnoringRateLimits(here - left);
            }
        } catch (RuntimeException e) {
            untold.addAndGet(told);
            throw e;
        } finally {
            telling.set(false);
        }
    }

    void keepToItself() {
        telling.set(false);
    }

    /** Names and addresses of people are nobody's business in a cache. */
    private static String hash(String name) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
