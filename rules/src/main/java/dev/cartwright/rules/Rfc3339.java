package dev.cartwright.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as text. The form in which almost all times come, of UTC and with up to nine decimals, is read and written
 * without the general formatter, which would cost more than everything else that is checked of an event.
 */
public final class Rfc3339 {

    private static final int WITHOUT_FRACTION = "2023-04-19T09:00:00Z".length();
    private static final int FRACTION_AT = WITHOUT_FRACTION;
    private static final int NANO_DIGITS = 9;

    private Rfc3339() {}

    /** In UTC, always with six decimals, so that text order is time order; what is finer is cut off. */
    public static String format(Instant time) {
        var utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        var text = new StringBuilder(32).append(utc.toLocalDate());
        append(text.append('T'), utc.getHour(), 10);
        append(text.append(':'), utc.getMinute(), 10);
        append(text.append(':'), utc.getSecond(), 10);
        append(text.append('.'), utc.getNano() / 1_000, 100_000);
        return text.append('Z').toString();
    }

    private static void append(StringBuilder text, int number, int highestDigit) {
        for (int digit = highestDigit; digit > 0; digit /= 10) {
            text.append((char) ('0' + number / digit % 10));
        }
    }

    /** Throws {@link DateTimeException} for what is no time with an offset. */
    public static Instant parse(String text) {
        return isPlain(text) ? plain(text) : OffsetDateTime.parse(text).toInstant();
    }

    /** Whether it has the common form; whether it is a time is another question. */
    private static boolean isPlain(String text) {
        int digits = text.length() - FRACTION_AT - 1;
        return (text.length() == WITHOUT_FRACTION || digits > 0 && digits <= NANO_DIGITS && text.charAt(FRACTION_AT - 1) == '.')
                && isPattern(text);
    }

    private static boolean isPattern(String text) {
        int end = text.length() - 1;
        for (int i = 0; i < end; i++) {
            char expected = i < FRACTION_AT - 1 ? "0000-00-00T00:00:00".charAt(i) : i == FRACTION_AT - 1 ? '.' : '0';
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return text.charAt(end) == 'Z';
    }

    private static Instant plain(String text) {
        int nanos = 0;
        for (int i = FRACTION_AT; i < FRACTION_AT + NANO_DIGITS; i++) {
            nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                number(text, 14, 16), number(text, 17, 19), nanos).toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
