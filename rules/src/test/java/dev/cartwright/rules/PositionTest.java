package dev.cartwright.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");
    private static final List<String> TEXTS = List.of("a", "A", "b", "aa", "a#b", "a!", "a b", "é", "日本", "🛒", "%", "~",
            "\u0000", "\n", "0", "/shop", "a\"");

    @Test
    void readsAsTimeIdAndSource() {
        assertThat(Position.of(NINE, "id-1", "/shop/front").key())
                .isEqualTo("2023-04-19T09:00:00.000000Z#id-1#/shop/front");
    }

    @Test
    void timesHaveSixDecimals_fromYear1970To9999() {
        assertThat(Position.format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(Position.format(NINE.plusNanos(123_456_000))).isEqualTo("2023-04-19T09:00:00.123456Z");
        assertThat(Position.format(Instant.parse("9999-12-31T23:59:59.999999Z")))
                .isEqualTo("9999-12-31T23:59:59.999999Z");
    }

    @Test
    void theTimeAndTheIdentityCanBeReadBack() {
        var position = Position.of(NINE.plusNanos(1000), "a#b", "/s s");
        assertThat(position.time()).isEqualTo(NINE.plusNanos(1000));
        assertThat(position.identity()).isEqualTo("a%23b#/s%20s");
    }

    @Test
    void allButPlainCharactersAreEscapedByteByByte() {
        assertThat(Position.escape("AZaz09._~:@/+-")).isEqualTo("AZaz09._~:@/+-");
        assertThat(Position.escape("a#b c%é🛒\u0000")).isEqualTo("a%23b%20c%25%C3%A9%F0%9F%9B%92%00");
    }

    @Test
    void theSeparatorSortsBelowEverything() {
        for (var c : "%+-./09:@AZ_az~".toCharArray()) {
            assertThat('#').isLessThan(c);
        }
        assertThat(Position.of(NINE, "a", "z")).isLessThan(Position.of(NINE, "a!", "a"));
        assertThat(Position.of(NINE, "a", "z")).isLessThan(Position.of(NINE, "aa", "a"));
    }

    @Test
    void timeComesFirst_thenId_thenSource() {
        var early = Position.of(NINE, "z", "z");
        assertThat(early).isLessThan(Position.of(NINE.plusNanos(1000), "a", "a"));
        assertThat(Position.of(NINE, "a", "z")).isLessThan(Position.of(NINE, "b", "a"));
        assertThat(Position.of(NINE, "a", "a")).isLessThan(Position.of(NINE, "a", "b"));
    }

    @Test
    void differentEventsHaveDifferentPositions() {
        var keys = TEXTS.stream().flatMap(id -> TEXTS.stream().map(source -> Position.of(NINE, id, source).key()))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfBytesIsTheOrderOfTextAndOfTime() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var positions = random.longs(500, 0, 253_402_300_799_999_999L).mapToObj(micros -> Position.of(
                Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000),
                TEXTS.get(random.nextInt(TEXTS.size())), TEXTS.get(random.nextInt(TEXTS.size())))).toList();
        var byText = positions.stream().sorted().toList();
        var byBytes = positions.stream()
                .sorted(Comparator.comparing(position -> position.key().getBytes(UTF_8), Arrays::compareUnsigned))
                        .toList();
        assertThat(byBytes)
                .as("seed %d", seed).isEqualTo(byText);
        assertThat(byText.stream().map(Position::time).toList()).as("seed %d", seed).isSorted();
    }
}
