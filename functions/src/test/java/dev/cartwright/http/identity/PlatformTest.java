package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.SecurityCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A private function service: the platform has checked who delivers, and knows of no issuer of ours. */
@QuarkusTest
@TestProfile(PlatformTest.Private.class)
@SecurityCases("Deliveries that the platform has checked (iam)")
class PlatformTest {

    /** Cloud Run leaves the token there, without its signature. */
    private static final String CHECKED = DeliveriesTest.delivery().signed().replaceFirst("[^.]+$",
            "SIGNATURE_REMOVED_BY_GOOGLE");

    /** As Terraform sets up a function's service. */
    public static final class Private extends Identified {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("cartwright.delivery.auth", "iam");
            return settings;
        }
    }

    @Test
    void delivery_is_taken_whose_token_has_lost_its_signature() {
        assertThat(added("/", "private", "1").as(CHECKED).send().status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects/user/private", "/q/metrics", "/events"})
    void other_paths_trust_no_such_token(String path) {
        assertThat(Call.of("GET", path).as(CHECKED).send().status()).isEqualTo(401);
        assertThat(Call.get(path).status()).isEqualTo(401);
    }
}
