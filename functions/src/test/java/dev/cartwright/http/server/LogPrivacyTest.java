package dev.cartwright.http.server;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.problem.Problems;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import dev.cartwright.testing.WholeLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value that belongs to somebody is marked; whatever becomes of the request, none of them is logged. */
@SecurityCases("No personal data in logs")
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class LogPrivacyTest {

    private static final String MARK = "jane.doe";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJjYXJ0d3JpZ2h0LWd1ZXN0cyJ9.jane-doe";
    private static final String DELIVERY = "cartwright-delivery-attempt";

    private WholeLog log;

    /** Fails as only a bug does. */
    @ApplicationScoped
    static class Bug {
        void register(@Observes Router router) {
            router.route("/schemas/bug").order(Integer.MIN_VALUE + 1).handler(request -> {
                throw new IllegalStateException(MARK, new IllegalArgumentException("caused by " + MARK));
            });
        }
    }

    @BeforeEach
    void listen() {
        log = WholeLog.open();
    }

    @AfterEach
    void nothing_of_anybody_is_logged() {
        log.close();
        assertThat(log.text().toLowerCase()).doesNotContain("jane", "doe", TOKEN.toLowerCase());
    }

    @Test
    void good_requests_leave_no_names_in_the_log() {
        assertThat(added("/events", MARK, MARK).send().status()).isEqualTo(202);
        assertThat(added("/", MARK, MARK).send().status()).isEqualTo(204);
        assertThat(Call.get("/subjects/user/" + MARK).status()).isEqualTo(200);
        assertThat(Call.get("/subjects/user/" + MARK + "/explain?event=" + MARK).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-id", "ce-source", "ce-type", "ce-subject", "ce-time", "ce-dataschema", "ce-janedoe",
            "ce-jane_doe", "ce-specversion", "content-type", "traceparent", "x-request-id", "prefer"})
    void malformed_headers_leave_no_names_in_the_log(String header) {
        for (var value : new String[] {MARK, MARK + "/" + MARK, "{" + MARK, "caf%zz" + MARK}) {
            added("/events", MARK, "1").with(header, value).send();
            added("/", MARK, "1").with(header, value).send();
            added("/", MARK, "1").with(header, value).with(DELIVERY, "1").send();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"" + MARK, "{\"product_id\":7,\"user_id\":\"" + MARK + "\"}", "\"" + MARK + "\"",
            "{\"product_id\":\"1\",\"user_id\":\"" + MARK + "\",\"quantity\":\"" + MARK + "@example.org\"}",
            "{\"product_id\":\"1\",\"user_id\":\"" + MARK + "\",\"" + MARK + "\":{\"e-mail\":\"" + MARK + "\"}}"})
    void malformed_data_leaves_no_names_in_the_log(String data) {
        for (var type : new String[] {"product-added-to-cart", "order-placed", "guest-cart-merged", "note-of-" + MARK}) {
            added("/events", MARK, "2").with("ce-type", type).body(data).send();
            added("/", MARK, "2").with("ce-type", type).body(data).with(DELIVERY, "1").send();
        }
        json("/events", "application/json", data).send();
        json("/", "application/cloudevents+json", structured(MARK, "3").replace("\"123\"", data)).with(DELIVERY, "1")
                .send();
    }

    @Test
    void dead_letters_leave_no_names_in_the_log() {
        var answer = added("/", MARK, "poison").with("ce-subject", MARK + "/1").body("{}").with(DELIVERY, "1").send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(log.text()).contains("Dead letter:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "Bearer " + MARK, "Basic amFuZS5kb2U6amFuZS5kb2U=", MARK})
    void refused_credentials_leave_no_token_in_the_log(String authorization) {
        for (var path : new String[] {"/events", "/subjects/user/" + MARK, "/guests"}) {
            added(path, MARK, "4").with("authorization", authorization).with("Cartwright-Guest", TOKEN).send();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects/user/" + MARK + "?at=" + MARK, "/subjects/user/" + MARK + "/events?cursor=" + MARK,
            "/subjects/" + MARK, "/" + MARK, "/subjects/user/" + MARK + "/explain?event=" + MARK,
            "/subjects/user/" + MARK + "%00", "/schemas/" + MARK, "/q/health/" + MARK})
    void bad_addresses_leave_no_names_in_the_log(String path) {
        Arrays.asList("GET", "POST", "DELETE", "OPTIONS").forEach(method -> Call.of(method, path).send());
    }

    @Test
    void bug_is_logged_with_where_it_is_and_without_what_it_says() {
        assertThat(Call.get("/schemas/bug").status()).isEqualTo(500);
        assertThat(log.text()).contains("A request failed", "IllegalStateException", "IllegalArgumentException",
                "LogPrivacyTest$Bug");
    }

    @Test
    void store_that_fails_leaves_no_names_in_the_log() {
        var failure = new Unavailable(Unavailable.Reason.STORE_AWAY, "the log does not answer",
                new IllegalStateException("row user/" + MARK));
        assertThat(Problems.of(failure).status()).isEqualTo(503);
    }
}
