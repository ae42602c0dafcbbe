package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No function is reached but by an event. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class BackDoorTest {

    @ParameterizedTest
    @CsvSource({"GET,/order-placed,404", "GET,/order-placed?user_id=1,404", "POST,/order-placed,404",
            "POST,/order-placed/,404", "POST,/%6Frder-placed,404", "POST,/./order-placed,404", "POST,/unhandled,404",
            "PUT,/,405", "PATCH,/,405", "DELETE,/,405", "GET,/events,405", "DELETE,/events,405", "GET,/nothing,404",
            "POST,/nothing,404", "POST,/subjects/user/1,405"})
    void plain_requests_reach_no_function(String method, String path, int status) {
        var answer = Call.of(method, path).with("content-type", "application/json").with("ce-id", "1")
                .with("ce-type", "order-placed").body("{}").send();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.header("allow") != null).isEqualTo(status == 405);
    }

    @Test
    void get_at_the_root_shows_the_way() {
        var page = Call.get("/?user_id=1");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.text()).contains("/q/health", "/q/metrics", "/q/openapi", "/schemas", "curl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events"})
    void whoever_asks_is_told_what_may_be_done(String path) {
        var answer = Call.of("OPTIONS", path).send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("allow")).contains("POST");
    }
}
