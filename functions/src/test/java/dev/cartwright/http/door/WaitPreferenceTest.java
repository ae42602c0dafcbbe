package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPreferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"wait=5|5", "Wait = 5|5", "wait=\"5\"|5", "respond-async, wait=10|10",
            "wait=1;foo=bar|1", "wait=30|30", "wait=31|30", "wait=999999999|30", "wait=2, wait=3|2"})
    void sender_tells_how_long_it_waits(String prefer, int seconds) {
        var preference = WaitPreference.of(headers(prefer)).orElseThrow();
        assertThat(preference.seconds()).isEqualTo(seconds);
        assertThat(preference.applied()).isEqualTo("wait=" + seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reply", "wait", "wait=", "wait=0", "wait=-1", "wait=1.5", "wait=x", "wait=\"5",
            "await=5", "wait=9999999999"})
    void what_cannot_be_kept_is_passed_over(String prefer) {
        assertThat(WaitPreference.of(headers(prefer))).isEmpty();
    }

    @Test
    void preferences_may_come_in_several_headers() {
        assertThat(WaitPreference.of(headers("respond-async").add("Prefer", "wait=4")))
                .hasValue(new WaitPreference(4));
        assertThat(WaitPreference.of(MultiMap.caseInsensitiveMultiMap())).isEmpty();
    }

    private static MultiMap headers(String prefer) {
        return MultiMap.caseInsensitiveMultiMap().add("Prefer", prefer);
    }
}
