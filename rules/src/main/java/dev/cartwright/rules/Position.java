package dev.cartwright.rules;

import java.time.Instant;

/**
 * Where an event stands in its subject's history: {@code time#id#source}, percent-escaped so that its characters are
 * ASCII and {@code #} sorts below all others; compared as bytes it orders by time, then id, then source.
 *
 * @param key the escaped text, the same in Java, Lua and Bigtable
 */
public record Position(String key) implements Comparable<Position> {

    private static final String PLAIN = "._~:@/+-";
    private static final PercentEncoding ESCAPE = new PercentEncoding(Position::isPlain);

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
        return ESCAPE.encode(text);
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
    }
}
