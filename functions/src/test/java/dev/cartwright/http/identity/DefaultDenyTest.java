package dev.cartwright.http.identity;

import static dev.cartwright.http.identity.Identified.shopper;
import static dev.cartwright.http.identity.Identified.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.SecurityCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is denied that is not listed. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Default deny")
class DefaultDenyTest {

    /** Somebody adds a route and thinks of nothing. */
    @ApplicationScoped
    static class Forgotten {
        void register(@Observes Router router) {
            router.route("/forgotten").handler(request -> request.end("reached"));
            router.route("/eventsandmore").handler(request -> request.end("reached"));
        }
    }

    /** Or a resource. */
    @Path("/admin/forgotten")
    public static class ForgottenResource {
        @GET
        public String get() {
            return "reached";
        }
    }

    /** Or a resource of a subject whose parameters have other names. */
    @Path("/subjects/{kind}/named/{name}")
    public static class UnguardedResource {
        @GET
        public String get() {
            return "reached";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopper", "service", "sre", "admin"})
    void resource_of_a_subject_that_does_not_tell_which_is_denied_to_everybody(String role) {
        assertThat(ask("/subjects/user/named/the-shopper", with(role).signed())).isEqualTo(403);
        assertThat(ask("/subjects/product/named/1", with(role).signed())).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forgotten", "/eventsandmore", "/admin/forgotten", "/nothing", "/q/dev", "/order-placed"})
    void path_that_is_not_listed_is_denied_to_everybody(String path) {
        assertThat(Call.get(path).status()).isEqualTo(401);
        assertThat(ask(path, shopper("grace").signed())).isEqualTo(403);
        assertThat(ask(path, with("service").signed())).isEqualTo(403);
        assertThat(ask(path, with("sre").signed())).isEqualTo(403);
        assertThat(ask(path, with("admin").signed())).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%66orgotten", "/./forgotten", "/x/../forgotten", "/schemas/../forgotten",
            "/q/health/%2e%2e/%2e%2e/forgotten", "//forgotten", "/schemas/%2e%2e/admin/forgotten",
            "/forgotten?/schemas"})
    void spelling_gets_nobody_past(String path) {
        assertThat(Call.get(path).text()).doesNotContain("reached");
        assertThat(Call.get(path).status()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void method_gets_nobody_past(String method) {
        assertThat(Call.of(method, "/forgotten").send().status()).isEqualTo(401);
        assertThat(Call.of(method, "/subjects/user/grace").send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/schemas", "/schemas/order-placed", "/identity", "/q/openapi", "/q/health",
            "/q/health/live", "/q/health/ready", "/q/health/started"})
    void public_paths_ask_for_nothing(String path) {
        assertThat(Call.get(path).status()).isEqualTo(200);
        assertThat(ask(path, "not.a.token")).isEqualTo(200);
    }

    @Test
    void page_is_told_who_vouches_for_people() {
        var answer = Call.get("/identity");
        assertThat(answer.json().path("development").asBoolean(true)).isFalse();
        assertThat(answer.json().path("issuer").asText()).startsWith("http");
    }

    @ParameterizedTest
    @CsvSource({"sre,200", "admin,200", "service,403", "shopper,403", "guest,403"})
    void figures_are_for_operators(String role, int status) {
        assertThat(ask("/q/metrics", with(role).signed())).isEqualTo(status);
        assertThat(Call.get("/q/metrics").status()).isEqualTo(401);
    }

    @Test
    void denial_is_a_problem() {
        var answer = Call.of("GET", "/forgotten").as(shopper("grace").signed()).send();
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(403);
    }

    private static int ask(String path, String token) {
        return Call.of("GET", path).as(token).send().status();
    }
}
