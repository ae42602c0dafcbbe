package dev.cartwright.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {

    private static final Optional<String> SECRET = Optional.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(strings = {"http://pager.example/in-the-address", "pager.example/in-the-address", "https:///in-the-address",
            "https://in-the-address:secret@pager.example/", "ftp://pager.example/in-the-address", "in the address"})
    void addressThatIsNotSafeIsRefusedByItsPlace_andNotRepeated(String url) {
        assertThatThrownBy(() -> settings(List.of("https://pager.example/", url), SECRET, false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("address 2 of CARTWRIGHT_ALERTS_URLS")
                .hasMessageNotContaining(url).hasMessageNotContaining("in-the-address");
    }

    @Test
    void laptopNeedsNoTls() {
        assertThat(settings(List.of("http://127.0.0.1:9/"), SECRET, true).addresses()).hasSize(1);
    }

    @Test
    void nothingIsSentUnsigned() {
        assertThatThrownBy(() -> settings(List.of("https://pager.example/"), Optional.empty(), false))
                .hasMessageContaining("CARTWRIGHT_ALERTS_SECRET");
        assertThatThrownBy(() -> settings(List.of("https://pager.example/"), Optional.of("hunter2"), false))
                .hasMessageContaining("CARTWRIGHT_ALERTS_SECRET").hasMessageNotContaining("hunter2");
    }

    @Test
    void withoutAnAddressNothingNeedBeSet() {
        assertThat(settings(List.of(), Optional.empty(), false).addresses()).isEmpty();
    }

    private static WebhookSettings settings(List<String> urls, Optional<String> secret, boolean plain) {
        return WebhookSettings.of(urls, secret, plain, HOUR, HOUR, HOUR);
    }
}
