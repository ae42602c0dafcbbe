package dev.cartwright.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final DateTimeFormatter GENERAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"2023-04-19T09:00:00Z", "2023-04-19T09:00:00.1Z", "2024-02-29T23:59:59.999999999Z",
        "1969-12-31T23:59:59.5Z", "0000-01-01T00:00:00Z", "2023-04-19T11:00:00+02:00", "2023-04-19T09:00:00.25-00:30",
        "2023-04-19t09:00:00z", "2023-04-19T09:00Z",
        "2023-04-19T09:00:00.Z"})
    void readsWhatTheGeneralParserReads(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "2023-02-29T09:00:00Z", "2023-04-19T24:00:00Z", "2023-04-19T09:60:00Z",
        "2023-04-19T09:00:60Z", "2023-13-19T09:00:00Z", "2023-04-19T09:00:00.1234567890Z",
        "2023-04-19T09:00:00", "2023-04-19T09:00:00+Z", "2023-04-19 09:00:00Z", "20x3-04-19T09:00:00Z",
        "2023-04-19T09:00:00,5Z", "2023-04-19T09:00:00.5", "\u0662023-04-19T09:00:00Z"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void writesSixDecimalsAndReadsThemAgain() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var time = Instant.ofEpochSecond(random.nextLong(253_402_300_800L), random.nextInt(1_000_000) * 1_000L);

            var text = Rfc3339.format(time);

            assertThat(text).isEqualTo(GENERAL.format(time));
            assertThat(Rfc3339.parse(text)).isEqualTo(time);
        }
    }

    @Test
    void cutsOffWhatIsFinerThanMicroseconds() {
        assertThat(Rfc3339.format(Instant.parse("2023-04-19T09:00:00.123456789Z")))
                .isEqualTo("2023-04-19T09:00:00.123456Z");
    }
}
