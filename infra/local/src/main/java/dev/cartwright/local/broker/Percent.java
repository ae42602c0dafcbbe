package dev.cartwright.local.broker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes header values as the CloudEvents HTTP binding encodes them. */
public final class Percent {
    private Percent() {
    }

    /** The text that was encoded; a percent sign without two hex digits stands for itself. */
    public static String decode(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        var bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            int code = codeAt(value, i);
            bytes.write(code < 0 ? value.charAt(i) : code);
            i += code < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int codeAt(String value, int at) {
        if (value.charAt(at) != '%' || at + 2 >= value.length()) {
            return -1;
        }
        int high = Character.digit(value.charAt(at + 1), 16);
        int low = Character.digit(value.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
