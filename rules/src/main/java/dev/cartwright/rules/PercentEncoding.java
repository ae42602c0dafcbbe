package dev.cartwright.rules;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Writes the UTF-8 bytes of a text that are not plain as {@code %XX}. Immutable. */
public final class PercentEncoding {

    /** Of an attribute in an HTTP header (CloudEvents HTTP binding, section 3.1.3.2). */
    public static final PercentEncoding HEADER =
            new PercentEncoding(c -> c > ' ' && c < 0x7F && c != '"' && c != '%');

    private final IntPredicate plain;

    /** @param plain of ASCII characters; all others are escaped */
    PercentEncoding(IntPredicate plain) {
        this.plain = c -> c > 0 && c < 0x80 && plain.test(c);
    }

    /** What was written, whatever was escaped of it. */
    public static String decode(String text) {
        // why: a plus means itself here, unlike in a form.
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public String encode(String text) {
        if (text.chars().allMatch(plain)) {
            return text;
        }
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (plain.test(b)) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02X", b));
            }
        }
        return encoded.toString();
    }
}
