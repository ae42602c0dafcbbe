package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static dev.cartwright.http.identity.Identified.with;
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

/** A front door that takes no deliveries, on a laptop with an issuer. */
@QuarkusTest
@TestProfile(FrontDoorTest.Closed.class)
@SecurityCases("Front door (closed)")
class FrontDoorTest {

    /** With the identity of whoever develops it. */
    public static final class Closed extends Identified {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("cartwright.delivery.auth", "closed");
            settings.put("cartwright.identity.development", "true");
            return settings;
        }
    }

    @Test
    void nothing_is_delivered_here_by_anybody() {
        for (var token : new String[] {null, with("admin").signed(), DeliveriesTest.delivery().signed(), "x.y.z"}) {
            var answer = added("/", "front", "1").as(token).send();
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void other_methods_deliver_nothing_either(String method) {
        assertThat(Call.of(method, "/").with("ce-id", "1").body("{}").send().status()).isEqualTo(403);
    }

    @Test
    void page_is_shown_all_the_same() {
        assertThat(Call.get("/").status()).isEqualTo(200);
    }

    @Test
    void token_on_a_laptop_is_checked_where_there_is_an_issuer() {
        assertThat(Call.get("/subjects/user/front").status()).isEqualTo(404);
        assertThat(ask(shopper("front").signed())).isEqualTo(404);
        assertThat(ask(shopper("somebody-else").signed())).isEqualTo(403);
        assertThat(ask(shopper("front").unsigned())).isEqualTo(401);
    }

    private static int ask(String token) {
        return Call.of("GET", "/subjects/user/front").as(token).send().status();
    }
}
