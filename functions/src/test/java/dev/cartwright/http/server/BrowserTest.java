package dev.cartwright.http.server;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.testing.GuardedProfile.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SecurityCases("Browsers, pages and origins")
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class BrowserTest {

    private static final String FOREIGN = "https://evil.example";

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/subjects/user/456"})
    void page_of_a_listed_origin_may_ask(String path) {
        var answer = preflight(path, ORIGIN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("access-control-allow-origin")).isEqualTo(ORIGIN);
        assertThat(answer.header("access-control-allow-headers")).contains("authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/subjects/user/456", "/"})
    void page_of_a_foreign_origin_may_not_ask(String path) {
        var answer = preflight(path, FOREIGN);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("access-control-allow-origin")).isNull();
    }

    @Test
    void event_from_a_page_of_a_foreign_origin_is_refused() {
        assertThat(added("/events", "browser", "foreign").with("origin", FOREIGN).send().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"shop.example.run.app,https://shop.example.run.app,https",
            "shop.example.run.app:443,https://shop.example.run.app,https",
            "localhost:8080,http://localhost:8080,"})
    void own_page_may_send_whatever_ends_its_tls(String host, String origin, String spoken) {
        assertThat(from(origin, host, spoken)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"shop.example.run.app,https://evil.example,https",
            "shop.example.run.app,https://shop.example.run.app.evil.example,https",
            "shop.example.run.app,https://evil.example/shop.example.run.app,https",
            "shop.example.run.app,https://shop.example.run.app:8443,https",
            "shop.example.run.app,http://shop.example.run.app,https",
            "shop.example.run.app,https://shop.example.run.app,",
            "shop.example.run.app,null,https"})
    void foreign_page_may_not_send_whatever_ends_its_tls(String host, String origin, String spoken) {
        assertThat(from(origin, host, spoken)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-forwarded-host: evil.example", "forwarded: host=evil.example;proto=https",
            "x-original-host: evil.example"})
    void who_a_page_is_asking_is_told_by_the_host_alone(String header) {
        var claim = header.split(": ");
        var answer = RestAssured.given().header("host", "shop.example.run.app").header("x-forwarded-proto", "https")
                .header(claim[0], claim[1]).header("origin", FOREIGN).get("/subjects/user/nobody");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void page_of_a_listed_origin_may_read_the_headers_that_it_needs() {
        var answer = added("/events", "browser", "listed").with("origin", ORIGIN).send();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("access-control-expose-headers").split(","))
                .contains("location", "retry-after", "ratelimit", "ratelimit-policy", "preference-applied", "etag");
    }

    @Test
    void pages_get_nothing_by_cookies() {
        assertThat(preflight("/events", ORIGIN).header("access-control-allow-credentials")).isEqualTo("false");
    }

    @Test
    void webhook_of_a_listed_sender_may_send() {
        var answer = Call.of("OPTIONS", "/events").with("webhook-request-origin", GuardedProfile.WEBHOOK).send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("webhook-allowed-origin")).isEqualTo(GuardedProfile.WEBHOOK);
        assertThat(answer.header("webhook-allowed-rate")).isEqualTo("60000");
    }

    @Test
    void webhook_of_a_foreign_sender_is_promised_nothing() {
        var answer = Call.of("OPTIONS", "/events").with("webhook-request-origin", "evil.example").send();
        assertThat(answer.header("webhook-allowed-origin")).isNull();
    }

    @Test
    void webhook_handshake_lets_in_no_page() {
        var answer = Call.of("OPTIONS", "/events").with("webhook-request-origin", GuardedProfile.WEBHOOK)
                .with("origin", FOREIGN).with("access-control-request-method", "POST").send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("access-control-allow-origin")).isNull();
        assertThat(answer.header("webhook-allowed-origin")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/.*/", "shop.example", "https://*.example", "https://shop.example/"})
    void origins_that_are_not_named_one_by_one_keep_it_from_starting(String origin) {
        assertThat(Origins.fault(List.of(ORIGIN, origin))).get().asString().contains("'" + origin + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/schemas", "/nothing-here", "/subjects/user/nobody", "/q/health/live"})
    void every_answer_tells_browsers_to_be_careful(String path) {
        var answer = Call.get(path);
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("content-security-policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.header("permissions-policy")).contains("geolocation=()");
    }

    @Test
    void start_page_may_use_its_own_style_and_nothing_else() {
        var page = Call.get("/");
        assertThat(page.response().headers().allValues("content-security-policy")).hasSize(1);
        assertThat(page.header("content-security-policy")).containsPattern("style-src 'sha256-[\\w+/]{43}='")
                .doesNotContain("unsafe").doesNotContain("script-src");
        assertThat(page.text()).doesNotContain("<script").doesNotContain("style=");
        assertThat(Pattern.compile(" on\\w+=").matcher(page.text()).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects/user/nobody", "/subjects/user/nobody/events"})
    void personal_answers_are_kept_by_no_cache(String path) {
        assertThat(Call.get(path).header("cache-control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({"prod,max-age=31536000; includeSubDomains", "local,"})
    void browsers_are_told_to_come_by_https_only_where_that_is_spoken(String profile, String told) throws IOException {
        var properties = BrowserTest.class.getResource("/application.properties");
        var config = new SmallRyeConfigBuilder().withProfile(profile).addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties)).build();
        assertThat(config.getOptionalValue("quarkus.http.header.\"Strict-Transport-Security\".value", String.class)
                .orElse(null)).isEqualTo(told);
    }

    /** As what ends TLS sends it on; 404 is said to whom may ask. */
    private static int from(String origin, String host, String spoken) {
        var request = RestAssured.given().header("host", host).header("origin", origin);
        return (spoken == null ? request : request.header("x-forwarded-proto", spoken))
                .get("/subjects/user/nobody").statusCode();
    }

    private static Call.Answer preflight(String path, String origin) {
        return Call.of("OPTIONS", path).with("origin", origin).with("access-control-request-method", "POST")
                .with("access-control-request-headers", "authorization,ce-id").send();
    }
}
