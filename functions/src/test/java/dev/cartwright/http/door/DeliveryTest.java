package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static dev.cartwright.http.Call.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.ShopServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A broker delivers to {@code POST /}. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class DeliveryTest {

    private static final String BATCH = "application/cloudevents-batch+json";

    @Inject
    MeterRegistry meters;

    @Test
    void event_in_any_mode_is_processed_by_its_function() {
        assertThat(added("/", "modes", "1").send().status()).isEqualTo(204);
        assertThat(json("/", "application/cloudevents+json", structured("modes", "2")).send().status()).isEqualTo(204);
        assertThat(json("/", BATCH, "[" + structured("modes", "3") + "]").send().status()).isEqualTo(204);
        assertThat(pieces("modes")).isEqualTo(3);
    }

    @Test
    void event_comes_by_http2_too() {
        assertThat(added("/", "http2", "1").sendByHttp2().status()).isEqualTo(204);
        assertThat(added("/", "http2", "2").gzipped().sendByHttp2().status()).isEqualTo(204);
        assertThat(added("/", "http2", "3").without("ce-id").sendByHttp2().status()).isEqualTo(400);
        assertThat(pieces("http2")).isEqualTo(2);
    }

    @Test
    void event_that_comes_again_counts_once() {
        added("/", "twice", "1").send();
        assertThat(added("/", "twice", "1").send().status()).isEqualTo(204);
        assertThat(pieces("twice")).isEqualTo(1);
    }

    @Test
    void batch_with_a_bad_event_tells_what_became_of_each() {
        var answer = json("/", BATCH, "[" + structured("mixed", "1") + "," + structured("", "2") + ","
                + structured("mixed", "3") + "]").send();
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().findValuesAsText("id")).containsExactly("1", "2", "3");
        assertThat(answer.json().path(0).path("status").asInt()).isEqualTo(204);
        assertThat(answer.json().path(0).has("problem")).isFalse();
        assertThat(answer.json().path(1).path("status").asInt()).isEqualTo(400);
        assertThat(answer.json().path(1).path("problem").path("field").asText()).isEqualTo("subject");
        assertThat(answer.json().path(2).path("source").asText()).isEqualTo("/test");
        assertThat(pieces("mixed")).isEqualTo(2);
    }

    @Test
    void subject_in_a_header_may_be_percent_encoded() {
        added("/", "caf%C3%A9%20x", "1").body("{\"product_id\":\"123\",\"user_id\":\"café x\"}").send();
        assertThat(pieces("caf%C3%A9%20x")).isEqualTo(1);
    }

    @Test
    void event_without_a_function_is_kept_and_counted() {
        double before = unhandled();
        var note = structured("kept", "2").replace("product-added-to-cart", "note-taken");
        assertThat(added("/", "kept", "1").with("ce-type", "note-taken").send().status()).isEqualTo(204);
        assertThat(json("/", BATCH, "[" + note + "]").send().status()).isEqualTo(204);
        assertThat(Call.get("/subjects/user/kept/events").json().path("events").findValuesAsText("type"))
                .containsExactly("note-taken", "note-taken");
        assertThat(unhandled() - before).isEqualTo(2);
    }

    private double unhandled() {
        return meters.counter("cartwright.events.unhandled", "type", "undeclared").count();
    }

    private static long pieces(String user) {
        return Call.get("/subjects/user/" + user).json().path("properties").path("cart").path("123").asLong();
    }
}
