package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.binary;
import static dev.cartwright.http.event.Request.structured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.runtime.Events;
import dev.cartwright.shop.Shop;
import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTest {

    @Test
    void text_that_ends_too_early_is_told_in_words_of_ours() {
        assertThatThrownBy(() -> JsonText.parse("{\"a\":[1".getBytes(StandardCharsets.UTF_8), "data", "data"))
                .isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.problem().detail()).isEqualTo("data is not JSON: it ends too early"));
    }

    @Test
    void rules_see_the_record() {
        var event = binary().body("{\"product_id\":\"1\","
                + "\"user_id\":\"456\",\"quantity\":2,\"price\":1.50}").accepted();
        assertThat(event.event().data())
                .isEqualTo(new ProductAddedToCart("1", "456", 2L, new BigDecimal("1.50")));
    }

    @Test
    void data_is_kept_as_it_was_sent() {
        var body = "{ \"user_id\":\"456\",\"product_id\":\"1\",\"price\":1.50, \"more\":[1e2] }";
        assertThat(new String(binary().body(body).accepted().cloudEvent().getData().toBytes())).isEqualTo(body);
        assertThat(new String(structured("\"data\":" + body).accepted().cloudEvent().getData().toBytes()))
                .contains("\"price\":1.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Application/JSON", "application/json; charset=UTF-8", "text/json",
            "application/vnd.shop.v1-2+json;x=y"})
    void every_spelling_of_json_is_read(String contentType) {
        var incoming = binary().header("content-type", contentType).accepted();
        assertThat(incoming.event().data()).isInstanceOf(ProductAddedToCart.class);
        assertThat(structured("\"datacontenttype\":\"" + contentType + "\"").accepted().event().data())
                .isInstanceOf(ProductAddedToCart.class);
    }

    @Test
    void data_without_a_media_type_is_json() {
        assertThat(binary().without("content-type").accepted().cloudEvent().getDataContentType())
                .isEqualTo("application/json");
    }

    @Test
    void bytes_in_base64_are_read_as_json_too() {
        var base64 = Base64.getEncoder().encodeToString("{\"product_id\":\"1\",\"user_id\":\"456\"}".getBytes());
        assertThat(structured("\"data\":null,\"data_base64\":\"" + base64 + "\"").accepted().event().data())
                .isInstanceOf(ProductAddedToCart.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nul", "{} {}", "{\"a\":1}x", "\u0000"})
    void broken_json_is_refused(String body) {
        assertThat(binary().body(body).refusal()).isEqualTo("400 data");
    }

    @Test
    void missing_data_of_a_declared_type_violates_its_schema() {
        assertThat(binary().body("").refusal()).isEqualTo("422 data");
        assertThat(structured("\"data\":null").refusal()).isEqualTo("422 data");
    }

    @Test
    void violation_names_every_field() {
        var problem = binary().body("{\"user_id\":\"456\",\"quantity\":0}").received(Door.INGEST).get(0).problem();
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting("field").contains("data.product_id", "data.quantity");
        assertThat(problem.field()).isIn("data.product_id", "data.quantity");
    }

    @Test
    void data_of_another_subject_is_refused() {
        assertThat(binary().header("ce-subject", "user/457").refusal()).isEqualTo("422 data.user_id");
    }

    @Test
    void declared_type_takes_json_only() {
        assertThat(binary().header("content-type", "text/plain").refusal()).isEqualTo("415 datacontenttype");
        assertThat(binary().header("content-type", "application/json; charset=utf-16").refusal())
                .isEqualTo("415 datacontenttype");
    }

    @Test
    void undeclared_type_takes_any_data() {
        var text = binary().header("ce-type", "note").header("content-type", "text/plain").body("hello").accepted();
        assertThat(text.event().data()).isEqualTo(TextNode.valueOf("hello"));
        var structured = structured("\"type\":\"note\",\"datacontenttype\":\"text/plain\",\"data\":\"hello\"")
                .accepted();
        assertThat(structured.cloudEvent().getData().toBytes()).isEqualTo("hello".getBytes());
        assertThat(binary().header("ce-type", "note").body("").refusal()).isEqualTo("accepted");
        assertThat(binary().header("ce-type", "note").body("{").refusal()).isEqualTo("400 data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Text/JSON", "application/vnd.shop+json; v=1", "application/json-seq",
            "application/jsonlines", "application/x-ndjson", "text/plain", "text/plain; like=a+json", "Image/JSON"})
    void event_reads_the_same_from_the_log_as_on_its_way_in(String contentType) throws IOException {
        var incoming = binary().header("ce-type", "note").header("content-type", contentType).body("{\"a\": 1.50}")
                .accepted();
        assertThat(Events.json(incoming.cloudEvent())).isEqualTo(incoming.event().data());
        assertThat(new Events(Shop.events()).read(incoming.cloudEvent())).isEqualTo(incoming.event());
    }

    @Test
    void data_has_a_bound() {
        var large = "{\"product_id\":\"" + "1".repeat(1000) + "\",\"user_id\":\"456\"}";
        assertThat(binary().body(large).refusal()).isEqualTo("413 data");
        assertThat(structured("\"data\":" + large).refusal()).isEqualTo("413 data");
    }

    @Test
    void data_comes_in_one_form_only() {
        assertThat(structured("\"data_base64\":\"e30=\"").refusal()).isEqualTo("400 data_base64");
        assertThat(structured("\"data\":null,\"data_base64\":\"%\"").refusal()).isEqualTo("400 data_base64");
        assertThat(structured("\"data\":null,\"data_base64\":7").refusal()).isEqualTo("400 data_base64");
        assertThat(structured("\"type\":\"x\",\"datacontenttype\":\"text/plain\",\"data\":{}").refusal())
                .isEqualTo("400 data");
    }
}
