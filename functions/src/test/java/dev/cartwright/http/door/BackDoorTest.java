package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
    @CsvSource({"localhost:18080,http://localhost:18080/", "[::1]:18080,http://[::1]:18080/", "a'b,http://localhost:8080/"})
    void way_begins_where_the_page_came_from(String host, String place) {
        assertThat(RestAssured.given().header("host", host).get("/").asString())
                .contains("curl -i " + place + "events ", "curl " + place + "subjects/user/456/events");
    }

    @Test
    void way_begins_with_https_where_that_ends_before_us() {
        assertThat(RestAssured.given().header("host", "shop.example.run.app").header("x-forwarded-proto", "https").get("/")
                .asString()).contains("curl -i https://shop.example.run.app/events ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events"})
    void whoever_asks_is_told_what_may_be_done(String path) {
        var answer = Call.of("OPTIONS", path).send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("allow")).contains("POST");
    }
}
