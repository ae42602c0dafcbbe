package dev.cartwright.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.config.AlertsConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String URL = "CARTWRIGHT_ALERTS_RECEIVERS_PAGER_URL";

    @ParameterizedTest
    @ValueSource(strings = {"http://pager.example/in-the-address", "pager.example/in-the-address", "https:///in-the-address",
            "https://in-the-address:secret@pager.example/", "ftp://pager.example/in-the-address", "in the address"})
    void addressThatIsNotSafeIsRefusedByItsName_andNotRepeated(String url) {
        assertThatThrownBy(() -> Destination.of("pager", url, SECRET, false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(URL)
                .hasMessageNotContaining(url).hasMessageNotContaining("in-the-address");
    }

    @Test
    void laptopNeedsNoTls() {
        assertThat(Destination.of("pager", "http://127.0.0.1:9/", SECRET, true).address()).hasHost("127.0.0.1");
    }

    @Test
    void nothingIsSignedWithWhatIsNoSecret() {
        assertThatThrownBy(() -> Destination.of("pager", "https://pager.example/", "hunter2", false))
                .hasMessageContaining("CARTWRIGHT_ALERTS_RECEIVERS_PAGER_SECRET").hasMessageNotContaining("hunter2");
    }

    @Test
    void nameThatNoVariableCouldHaveIsRefused() {
        assertThatThrownBy(() -> Destination.of("on-call", "https://pager.example/", SECRET, false))
                .hasMessageContaining("on-call");
    }

    @Test
    void reminderThatWouldNeverStopIsRefused() {
        assertThatThrownBy(() -> new WebhookSettings(List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("CARTWRIGHT_ALERTS_REMINDER");
    }

    @Test
    void variablesNameReceivers() {
        var receivers = receivers(Map.of(URL, "https://pager.example/", "CARTWRIGHT_ALERTS_RECEIVERS_PAGER_SECRET",
                SECRET, "CARTWRIGHT_ALERTS_RECEIVERS_CHAT2_URL", "https://chat.example/",
                "CARTWRIGHT_ALERTS_RECEIVERS_CHAT2_SECRET", SECRET));
        assertThat(receivers).containsOnlyKeys("pager", "chat2");
        assertThat(receivers.get("pager").url()).isEqualTo("https://pager.example/");
        assertThat(receivers(Map.of())).isEmpty();
    }

    @Test
    void nothingIsSentUnsigned() {
        assertThatThrownBy(() -> receivers(Map.of(URL, "https://pager.example/")))
                .hasMessageContaining("cartwright.alerts.receivers.pager.secret");
    }

    private static Map<String, AlertsConfig.Receiver> receivers(Map<String, String> environment) {
        return new SmallRyeConfigBuilder().withSources(new EnvConfigSource(environment, 300))
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(AlertsConfig.class, "cartwright.alerts").build()
                .getConfigMapping(AlertsConfig.class, "cartwright.alerts").receivers();
    }
}
