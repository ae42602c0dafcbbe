package dev.cartwright.http.door;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.Call.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.http.Call;
import dev.cartwright.rules.Json;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Pub/Sub and Eventarc wrap events in different ways. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class PubSubDeliveryTest {

    private static final String EVENTARC = "google.cloud.pubsub.topic.v1.messagePublished";

    @Test
    void every_form_is_the_same_event_to_the_functions() {
        assertThat(added("/?group=cart", "form-unwrapped", "ä 1").with("ce-id", "%C3%A4%201").with("group", "cart")
                .with("x-goog-pubsub-message-id", "7").send().status()).isEqualTo(204);
        assertThat(json("/?group=cart", "application/json", envelope("form-wrapped").toString()).send().status())
                .isEqualTo(204);
        assertThat(eventarc("/?group=cart", envelope("form-eventarc").toString()).send().status()).isEqualTo(204);
        var unwrapped = event("form-unwrapped");
        assertThat(unwrapped.path("id").asText()).isEqualTo("ä 1");
        assertThat(unwrapped.toString()).doesNotContain("group", "pubsub");
        assertThat(event("form-wrapped").toString()).isEqualTo(unwrapped.toString().replace("unwrapped", "wrapped"));
        assertThat(event("form-eventarc").toString()).isEqualTo(unwrapped.toString().replace("unwrapped", "eventarc"));
    }

    @Test
    void wrapped_event_of_another_group_is_acknowledged_and_not_processed() {
        assertThat(json("/?group=order", "application/json", envelope("form-other").toString()).send().status())
                .isEqualTo(204);
        assertThat(Call.get("/subjects/user/form-other").status()).isEqualTo(404);
    }

    @Test
    void structured_event_in_an_envelope_is_read_too() {
        var envelope = envelope("form-structured");
        var message = (ObjectNode) envelope.path("message");
        message.putObject("attributes").put("content-type", "application/cloudevents+json").put("group", "cart");
        message.put("data", base64(Call.structured("form-structured", "1")));
        assertThat(json("/?group=cart", "application/json", envelope.toString()).send().status()).isEqualTo(204);
        assertThat(event("form-structured").path("id").asText()).isEqualTo("1");
    }

    @Test
    void attribute_that_its_sender_did_not_encode_is_read_as_it_is() {
        var envelope = envelope("form-raw");
        ((ObjectNode) envelope.at("/message/attributes")).put("ce-id", "ö 🛒");
        assertThat(json("/", "application/json", envelope.toString()).send().status()).isEqualTo(204);
        assertThat(event("form-raw").path("id").asText()).isEqualTo("ö 🛒");
    }

    @Test
    void message_that_is_no_event_is_acknowledged_as_a_dead_letter() {
        var foreign = Json.MAPPER.createObjectNode().put("subscription", "projects/shop/subscriptions/s");
        foreign.putObject("message").put("messageId", "1").put("data", base64("hello"))
                .putObject("attributes").put("ce-\u00FC", "a\nb");
        assertThat(json("/", "application/json", foreign.toString()).send().status()).isEqualTo(204);
        ((ObjectNode) foreign.path("message")).put("data", "no base64!");
        assertThat(eventarc("/", foreign.toString()).send().status()).isEqualTo(204);
    }

    @Test
    void document_that_is_no_envelope_is_refused() {
        assertThat(json("/", "application/json", "{\"message\":{}}").send().status()).isEqualTo(400);
        assertThat(json("/", "application/json", "{").send().status()).isEqualTo(400);
    }

    private static Call eventarc(String path, String envelope) {
        return json(path, "application/json", envelope).with("ce-specversion", "1.0").with("ce-id", "9")
                .with("ce-source", "//pubsub.googleapis.com/projects/shop/topics/events").with("ce-type", EVENTARC)
                .with("ce-time", "2023-04-19T09:00:01Z");
    }

    private static ObjectNode envelope(String user) {
        var envelope = Json.MAPPER.createObjectNode().put("subscription", "projects/shop/subscriptions/events-cart");
        envelope.putObject("message").put("messageId", "7").put("orderingKey", "user/" + user)
                .put("publishTime", "2023-04-19T09:00:01Z")
                .put("data", base64("{\"product_id\":\"123\",\"user_id\":\"" + user + "\"}"))
                .putObject("attributes").put("ce-specversion", "1.0").put("ce-id", "%C3%A4%201")
                .put("ce-source", "/test").put("ce-type", "product-added-to-cart").put("ce-subject", "user/" + user)
                .put("ce-time", "2023-04-19T09:00:00Z").put("content-type", "application/json").put("group", "cart");
        return envelope;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode event(String user) {
        return Call.get("/subjects/user/" + user + "/events").json().path("events").path(0);
    }
}
