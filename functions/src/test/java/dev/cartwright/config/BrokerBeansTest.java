package dev.cartwright.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing for the chosen broker is told at start, with the variable to set. */
class BrokerBeansTest {

    @Test
    void pub_sub_needs_a_project() {
        assertThatThrownBy(() -> broker(Map.of("cartwright.broker.kind", "pubsub")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("set CARTWRIGHT_BROKER_PROJECT");
    }

    @Test
    void knative_needs_a_sink() {
        assertThatThrownBy(() -> broker(Map.of("cartwright.broker.kind", "knative", "cartwright.broker.sink", "")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("set K_SINK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker.example", "broker.example:8080/events", "/events", "ftp://broker.example",
            "http:///events"})
    void sink_of_knative_is_the_address_of_a_server(String sink) {
        assertThatThrownBy(() -> broker(Map.of("cartwright.broker.kind", "knative", "cartwright.broker.sink", sink)))
                .isInstanceOf(IllegalStateException.class).hasMessageContainingAll("K_SINK", sink, "http://");
    }

    @Test
    void overrides_of_knative_are_checked() {
        assertThatThrownBy(() -> broker(Map.of("cartwright.broker.kind", "knative",
                "cartwright.broker.sink", "http://127.0.0.1:1", "cartwright.broker.ce-overrides", "shop=1")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("K_CE_OVERRIDES");
    }

    private static Broker broker(Map<String, String> settings) throws IOException {
        var all = new HashMap<>(settings);
        all.put("cartwright.broker.url", "redis://127.0.0.1:1");
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(CartwrightConfig.Broker.class, "cartwright.broker")
                .withSources(new PropertiesConfigSource(all, "test", 0)).build();
        return BrokerBeans.chosen(config.getConfigMapping(CartwrightConfig.Broker.class, "cartwright.broker"), null);
    }
}
