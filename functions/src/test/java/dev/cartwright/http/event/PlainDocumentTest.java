package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of the article that Cartwright began with. */
class PlainDocumentTest {

    private static final String ADDED = "{\"type\":\"product-added-to-cart\",\"timestamp\":\"2023-04-19T09:00:00Z\","
            + "\"product_id\":\"123\",\"user_id\":\"456\"}";

    @ParameterizedTest
    @ValueSource(strings = {ADDED,
            "{\"type\":\"product-removed-from-cart\",\"timestamp\":\"2023-04-19T09:15:00Z\",\"product_id\":\"123\","
                    + "\"user_id\":\"456\"}",
            "{\"type\":\"order-placed\",\"timestamp\":\"2023-04-19T09:30:00Z\",\"order_id\":\"789\","
                    + "\"user_id\":\"456\"}"})
    void documents_of_the_article_are_events(String document) {
        var event = plain(document).accepted(Door.INGEST).cloudEvent();
        assertThat(event.getSubject()).isEqualTo("user/456");
        assertThat(event.getSource()).hasToString("/cartwright/events");
        assertThat(event.getDataSchema()).hasToString("/schemas/" + event.getType());
        assertThat(document).contains("\"type\":\"" + event.getType() + '"');
    }

    @Test
    void timestamp_is_the_time_and_the_rest_is_the_data() {
        var event = plain(ADDED).accepted(Door.INGEST);
        assertThat(event.event().time()).isEqualTo(Instant.parse("2023-04-19T09:00:00Z"));
        assertThat(event.cloudEvent().getData().toBytes())
                .asString().isEqualTo("{\"product_id\":\"123\",\"user_id\":\"456\"}");
    }

    @Test
    void same_document_in_another_spelling_is_the_same_event() {
        var reordered = "{ \"user_id\":\"456\", \"product_id\":\"123\", \"timestamp\":\"2023-04-19T09:00:00Z\","
                + "\"type\":\"product-added-to-cart\" }";
        var other = ADDED.replace("123", "124");
        assertThat(id(plain(reordered))).isEqualTo(id(plain(ADDED))).isNotEqualTo(id(plain(other)));
    }

    @Test
    void id_of_the_document_comes_before_the_idempotency_key() {
        var named = ADDED.replace("{", "{\"id\":\"mine\",");
        assertThat(id(plain(named).header("idempotency-key", "key"))).isEqualTo("mine");
        assertThat(id(plain(ADDED).header("idempotency-key", "key"))).isEqualTo("key");
        assertThat(id(plain(ADDED).header("idempotency-key", "\"key\""))).isEqualTo("key");
    }

    @Test
    void document_without_a_timestamp_gets_its_first_stamp() {
        var timeless = ADDED.replace("\"timestamp\":\"2023-04-19T09:00:00Z\",", "");
        assertThat(plain(timeless).accepted(Door.INGEST).event().time()).isEqualTo(Request.STAMP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[]|400 null", "{|400 null", "7|400 null",
            "{}|400 type", "{\"type\":7}|400 type",
            "{\"type\":\"never-heard-of\",\"user_id\":\"456\"}|422 type",
            "{\"type\":\"order-placed\",\"order_id\":\"789\"}|422 data.user_id",
            "{\"type\":\"order-placed\",\"user_id\":\"456\"}|422 data.order_id",
            "{\"type\":\"order-placed\",\"user_id\":\"456\",\"timestamp\":7}|400 timestamp",
            "{\"type\":\"order-placed\",\"user_id\":\"456\",\"timestamp\":\"noon\"}|400 time"})
    void document_that_is_no_event_is_refused(String document, String refusal) {
        assertThat(plain(document).refusal(Door.INGEST)).isEqualTo(refusal);
    }

    private static String id(Request request) {
        return request.accepted(Door.INGEST).cloudEvent().getId();
    }
}
