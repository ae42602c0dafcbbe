package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import java.nio.charset.StandardCharsets;

/** Text as CloudEvents allows it. */
final class Text {

    private Text() {}

    /** Refuses control characters, half surrogates and non-characters: they would not survive storing and sending. */
    static String checked(String attribute, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x1F && c < 0x7F) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c <= 0x9F || Character.isSurrogate(c) || c >= 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF) {
                throw Refusal.malformed(attribute, attribute + " has a character that CloudEvents does not allow");
            }
        }
        return text;
    }

    static boolean isLonger(int bytes, String text) {
        return text.length() > bytes
                || text.length() * 3 > bytes && text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }
}
