package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.batch;
import static dev.cartwright.http.event.Request.binary;
import static dev.cartwright.http.event.Request.event;
import static dev.cartwright.http.event.Request.structured;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModesTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/CloudEvents+json", "application/cloudevents+json; charset=utf-8",
            "APPLICATION/CLOUDEVENTS+JSON ;x=1"})
    void media_types_have_no_case(String contentType) {
        assertThat(structured("").header("content-type", contentType).refusal()).isEqualTo("accepted");
    }

    @Test
    void structured_event_stays_one_whatever_headers_say() {
        var event = structured("\"id\":\"in the body\"").header("ce-id", "in a header").accepted();
        assertThat(event.cloudEvent().getId()).isEqualTo("in the body");
    }

    @ParameterizedTest
    @CsvSource({"application/cloudevents+xml", "application/cloudevents+avro", "application/cloudevents",
            "application/cloudevents-batch+xml"})
    void other_event_formats_are_not_read(String contentType) {
        assertThat(structured("").header("content-type", contentType).refusal()).isEqualTo("415 content-type");
    }

    @ParameterizedTest
    @EnumSource
    void text_that_is_no_event_is_of_the_wrong_media_type(Door door) {
        assertThat(Request.plain("hello").header("content-type", "text/plain").refusal(door))
                .isEqualTo("415 content-type");
    }

    @Test
    void plain_json_comes_from_no_broker() {
        assertThat(Request.plain("{}").refusal(Door.BROKER)).isEqualTo("400 specversion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "[{}]", "7", "null", "\"x\""})
    void structured_event_is_a_json_object(String body) {
        assertThat(structured("").body(body).refusal()).isEqualTo("400 null");
    }

    @Test
    void body_that_cannot_be_unpacked_is_refused() {
        assertThat(binary().header("content-encoding", "br").refusal()).isEqualTo("415 content-encoding");
        assertThat(binary().header("content-encoding", "gzip").refusal()).isEqualTo("400 content-encoding");
        assertThat(binary().header("content-encoding", "identity").refusal()).isEqualTo("accepted");
    }

    @Test
    void batch_is_read_one_by_one() {
        var received = batch(event(""), event("\"id\":\"\""), "7").received(Door.INGEST);
        assertThat(received).extracting(Received::isAccepted).containsExactly(true, false, false);
        assertThat(received.get(1).problem().field()).isEqualTo("id");
    }

    @Test
    void empty_batch_is_a_batch() {
        assertThat(batch().sent(Door.INGEST)).isEqualTo(new Sent(true, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|400", "[|400", "''|400", "[1,2,3,4]|413"})
    void batch_that_is_none_is_refused_as_a_whole(String body, int status) {
        var sent = batch().body(body).received(Door.BROKER);
        assertThat(sent).singleElement().extracting(received -> received.problem().status()).isEqualTo(status);
    }
}
