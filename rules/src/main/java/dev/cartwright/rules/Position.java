package dev.cartwright.rules;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Where an event stands in its subject's history: {@code time#id#source}, percent-escaped so that its characters are
 * ASCII and {@code #} sorts below all others; compared as bytes it orders by time, then id, then source.
 *
 * @param key the escaped text, the same in Java, Lua and Bigtable
 */
public record Position(String key) implements Comparable<Position> {

    private static final String PLAIN = "._~:@/+-";

    public static Position of(Instant time, String id, String source) {
        return new Position(format(time) + '#' + escape(id) + '#' + escape(source));
    }

    /** The time in RFC 3339, UTC, always with six decimals, so that text order is time order. */
    public static String format(Instant time) {
        return Rfc3339.format(time);
    }

    /** The event time within the key. */
    public Instant time() {
        return Rfc3339.parse(key.substring(0, key.indexOf('#')));
    }

    /** Source and id, escaped, without the time: what makes two deliveries the same event of CloudEvents. */
    public String identity() {
        return key.substring(key.indexOf('#') + 1);
    }

    @Override
    public int compareTo(Position other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }

    /** Escapes every byte of the UTF-8 text outside {@code [A-Za-z0-9._~:@/+-]} as {@code %XX}. */
    public static String escape(String text) {
        if (isPlain(text)) {
            return text;
        }
        var escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                escaped.append((char) b);
            } else {
                escaped.append(String.format("%%%02X", b));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 0 && PLAIN.indexOf(c) >= 0;
    }
}
