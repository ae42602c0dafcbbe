package dev.cartwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTest {

    @ParameterizedTest
    @ValueSource(strings = {"0-0", "1795288022123456-1", "1795288022123456-999999999999999999"})
    void textIsReadAsItIsWritten(String text) {
        assertThat(Offset.parse(text)).map(Offset::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "1-", "-1", "1-2-3", "1--2", "01-1", "1-01", " 1-1", "1-1\n", "a-b", "1~2",
            "9999999999999999999-1", "1-٣"})
    void whatIsNoOffsetIsNotRead(String text) {
        assertThat(Offset.parse(text)).isEmpty();
    }

    @Test
    void offsetsOfOtherEpochsAreNeverReached() {
        assertThat(new Offset(2, 5).reaches(new Offset(2, 5))).isTrue();
        assertThat(new Offset(2, 5).reaches(new Offset(2, 6))).isFalse();
        assertThat(new Offset(2, 5).reaches(new Offset(1, 1))).isFalse();
    }
}
