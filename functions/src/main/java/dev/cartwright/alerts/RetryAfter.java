package dev.cartwright.alerts;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long whoever answered wants to be left alone. */
final class RetryAfter {

    /** Whoever asks for more is asked again, all the same. */
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Nothing where it does not say, or not so that it can be understood. */
    static Duration of(HttpHeaders headers, Instant now) {
        var asked = headers.firstValue("retry-after").map(text -> parse(text.strip(), now)).orElse(Duration.ZERO);
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(MOST) > 0 ? MOST : asked;
    }

    private static Duration parse(String text, Instant now) {
        try {
            return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException neither) {
            return Duration.ZERO;
        }
    }
}
