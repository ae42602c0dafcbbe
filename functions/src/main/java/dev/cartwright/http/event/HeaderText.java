package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of an attribute that travelled in an HTTP header (CloudEvents HTTP binding, section 3.1.3.2). */
final class HeaderText {

    private HeaderText() {}

    /** Takes off double quotes, then percent escapes; the bytes are UTF-8, also where a sender did not escape them. */
    static String decode(String attribute, String header) {
        if (isPlain(header)) {
            return header;
        }
        var text = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"") ? unquote(header) : header;
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(escaped(attribute, text, i));
                i += 2;
            } else {
                // The server reads a header's bytes one by one as characters.
                bytes.write(c);
            }
        }
        return utf8(attribute, bytes.toByteArray());
    }

    private static boolean isPlain(String header) {
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '%' || c == '"' || c > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static String unquote(String header) {
        var text = new StringBuilder();
        for (int i = 1; i < header.length() - 1; i++) {
            char c = header.charAt(i);
            if (c == '\\' && i < header.length() - 2) {
                c = header.charAt(++i);
            }
            text.append(c);
        }
        return text.toString();
    }

    private static int escaped(String attribute, String text, int percent) {
        int high = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw Refusal.malformed(attribute, "header ce-" + attribute + " has a % that is not followed by two "
                    + "hexadecimal digits; write %25 for a per cent sign");
        }
        return high << 4 | low;
    }

    private static String utf8(String attribute, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed(attribute, "header ce-" + attribute + " is not UTF-8");
        }
    }
}
