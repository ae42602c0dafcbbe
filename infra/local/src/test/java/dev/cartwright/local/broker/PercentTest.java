package dev.cartwright.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
    @ParameterizedTest
    @CsvSource({"plain,plain", "caf%C3%A9,café", "a%20b,a b", "100%,100%", "%zz,%zz", "%E2%82%ac,€", "%,%"})
    void decodes_what_was_encoded_and_leaves_the_rest(String encoded, String text) {
        assertThat(Percent.decode(encoded)).isEqualTo(text);
    }
}
