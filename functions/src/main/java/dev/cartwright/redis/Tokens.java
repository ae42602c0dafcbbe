package dev.cartwright.redis;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens that no process ever gives out twice. Thread-safe. */
final class Tokens {

    private final String process = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final AtomicLong count = new AtomicLong();

    byte[] next() {
        return (process + '-' + Long.toString(count.incrementAndGet(), Character.MAX_RADIX))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
