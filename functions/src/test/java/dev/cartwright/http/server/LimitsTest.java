package dev.cartwright.http.server;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SecurityCases("Limits of size, depth and time")
@QuarkusTest
@WithTestResource(ShopServers.class)
class LimitsTest {

    @ParameterizedTest
    @ValueSource(ints = {101, 1_001, 10_000, 1_000_000})
    void data_that_is_nested_too_deep_is_refused_with_the_limit(int levels) {
        var answer = note("deep-" + levels, nested(levels)).send();
        assertThat(answer.status()).isEqualTo(levels > 100_000 ? 413 : 400);
        assertThat(answer.field()).isEqualTo("data");
        assertThat(answer.text()).contains(levels > 100_000 ? "262144 bytes" : "at most 100 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events"})
    void structured_event_that_is_nested_too_deep_is_refused_with_the_limit(String path) {
        var event = structured("limits", "deep").replace("\"123\"", nested(10_000));
        var answer = json(path, "application/cloudevents+json", event).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("at most 100 levels");
    }

    @Test
    void what_is_taken_can_be_read_again_however_deep_it_is() {
        assertThat(note("deep-enough", nested(98)).send().status()).isEqualTo(204);
        assertThat(Call.get("/subjects/user/limits/events").text()).contains("deep-enough", nested(98));
        assertThat(Call.get("/subjects/user/limits/explain?event=deep-enough").status()).isEqualTo(200);
    }

    @Test
    void number_with_a_vast_exponent_is_answered_as_it_was_sent() {
        assertThat(note("vast", "1e999999999").send().status()).isEqualTo(204);
        assertThat(Call.get("/subjects/user/limits/events").text()).contains("1E+999999999");
    }

    @Test
    void number_of_very_many_digits_is_refused() {
        assertThat(note("digits", "1".repeat(2000)).send().text()).contains("numbers of 1000 digits");
    }

    @Test
    void text_that_is_too_long_is_refused_before_it_is_read() {
        var answer = json("/events", "application/json", "{\"type\":\"" + "x".repeat(2_000_000) + "\"}").send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("texts of 1000000");
    }

    @Test
    void document_of_a_million_empty_lists_is_refused_before_it_fills_the_memory() {
        var answer = json("/events", "application/json", "{\"a\":[" + "[],".repeat(600_000) + "1]}").send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("500000 tokens");
    }

    @Test
    void address_that_is_too_long_is_refused() {
        assertThat(Call.get("/subjects/user/" + "x".repeat(10_000)).status()).isEqualTo(414);
    }

    @Test
    void headers_that_are_too_many_are_refused() {
        var call = Call.of("GET", "/");
        for (int i = 0; i < 200; i++) {
            call.with("x-" + i, "y".repeat(1000));
        }
        assertThat(call.send().status()).isEqualTo(431);
    }

    @Test
    void http2_request_with_a_body_is_answered_as_over_http1() {
        var request = json("/schemas", "application/json", "{}");
        assertThat(request.sendByHttp2().status()).isEqualTo(405);
        assertThat(request.sendByHttp2().text()).isEqualTo(request.send().text());
    }

    private static Call note(String id, String value) {
        return added("/", "limits", id).with("ce-type", "note-taken").body("{\"x\":" + value + "}");
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }
}
