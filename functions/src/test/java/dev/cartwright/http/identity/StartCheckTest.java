package dev.cartwright.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.DeliveryConfig;
import dev.cartwright.testing.SecurityCases;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application refuses to start with. */
@SecurityCases("Start")
class StartCheckTest {

    private final Map<String, String> settings = new HashMap<>(Map.of("cartwright.delivery.auth", "iam"));

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging", "prod,local", ""})
    void development_identity_is_for_laptops_only(String profiles) {
        settings.put("cartwright.identity.development", "true");
        assertThat(fault(profiles)).get().asString().startsWith("CARTWRIGHT_IDENTITY_DEVELOPMENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "test"})
    void laptop_may_trust_everybody(String profile) {
        settings.put("cartwright.identity.development", "true");
        settings.put("cartwright.delivery.auth", "none");
        assertThat(fault(profile)).isEmpty();
    }

    @Test
    void deliveries_that_nobody_checks_are_for_laptops_only() {
        settings.put("cartwright.delivery.auth", "none");
        assertThat(fault("prod")).get().asString().startsWith("CARTWRIGHT_DELIVERY_AUTH must not be none");
    }

    @Test
    void how_deliveries_are_checked_must_be_said() {
        settings.clear();
        assertThat(fault("prod")).get().asString().startsWith("CARTWRIGHT_DELIVERY_AUTH must be set")
                .contains("iam", "oidc", "closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam", "closed"})
    void checked_and_closed_doors_need_nothing_else(String auth) {
        settings.put("cartwright.delivery.auth", auth);
        assertThat(fault("prod")).isEmpty();
    }

    @Test
    void issuer_needs_an_audience() {
        settings.put("cartwright.identity.issuer", "https://shop.example");
        assertThat(fault("prod")).get().asString().startsWith("CARTWRIGHT_IDENTITY_AUDIENCE must be set");
        settings.put("cartwright.identity.audience", "cartwright");
        assertThat(fault("prod")).isEmpty();
    }

    @Test
    void checking_deliveries_needs_an_audience_and_an_account() {
        settings.put("cartwright.delivery.auth", "oidc");
        settings.put("cartwright.delivery.audience", "https://cart.example");
        assertThat(fault("prod")).get().asString().contains("CARTWRIGHT_DELIVERY_SERVICE_ACCOUNT must be set");
        settings.put("cartwright.delivery.service-account", "deliverer@my-shop.iam.gserviceaccount.com");
        assertThat(fault("prod")).isEmpty();
    }

    private Optional<String> fault(String profiles) {
        var config = new SmallRyeConfigBuilder().withMapping(IdentityConfig.class).withMapping(DeliveryConfig.class)
                .addDiscoveredConverters().withDefaultValues(settings).build();
        return StartCheck.fault(profiles.isEmpty() ? List.of() : List.of(profiles.split(",")),
                config.getConfigMapping(IdentityConfig.class), config.getConfigMapping(DeliveryConfig.class));
    }
}
