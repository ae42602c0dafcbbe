package dev.cartwright.http.guest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that identities of guests are signed with, by the names that tokens call them; immutable. */
final class GuestKeys {

    static final int MIN_BYTES = 32;
    private static final int NAME_BYTES = 8;

    private final Map<String, SecretKey> byName = new LinkedHashMap<>();

    private GuestKeys(List<byte[]> keys) {
        keys.forEach(key -> byName.put(name(key), new SecretKeySpec(key, "HmacSHA256")));
    }

    /** Throws {@link IllegalArgumentException} where one is not Base64, or too short; the message holds none of it. */
    static GuestKeys of(List<String> texts) {
        return new GuestKeys(texts.stream().map(GuestKeys::bytes).toList());
    }

    /** One that nobody else has, for as long as this process runs. */
    static GuestKeys random() {
        var key = new byte[MIN_BYTES];
        new SecureRandom().nextBytes(key);
        return new GuestKeys(List.of(key));
    }

    private static byte[] bytes(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes a character of the key.
            throw new IllegalArgumentException("is not Base64");
        }
        if (key.length < MIN_BYTES) {
            throw new IllegalArgumentException("has a key of " + key.length * 8 + " bits");
        }
        return key;
    }

    /** Tells nothing of the key. */
    private static String name(byte[] key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(sha, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The name of the one that signs. */
    String newest() {
        return byName.keySet().iterator().next();
    }

    Optional<SecretKey> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
