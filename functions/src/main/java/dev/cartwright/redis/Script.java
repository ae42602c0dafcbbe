package dev.cartwright.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Lua script and the name that Redis knows it by. */
record Script(byte[] source, byte[] sha) {

    static Script of(String source) {
        var bytes = source.getBytes(StandardCharsets.UTF_8);
        try {
            var sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
            return new Script(bytes, sha.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
