package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.binary;
import static dev.cartwright.http.event.Request.structured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    @Test
    void binary_and_structured_mode_make_the_same_event() {
        assertThat(binary().accepted()).isEqualTo(structured("").accepted());
    }

    @Test
    void attributes_in_headers_are_percent_decoded() {
        var event = binary().header("ce-id", "caf%C3%A9%20%25").header("ce-note", "%22%E2%82%AC%22").accepted()
                .cloudEvent();
        assertThat(event.getId()).isEqualTo("café %");
        assertThat(event.getExtension("note")).isEqualTo("\"€\"");
    }

    @Test
    void bytes_that_a_sender_did_not_escape_are_utf8() {
        var latin1 = new String("café".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(binary().header("ce-id", latin1).accepted().cloudEvent().getId()).isEqualTo("café");
    }

    @Test
    void double_quotes_around_a_header_are_no_part_of_it() {
        assertThat(binary().header("ce-id", "\"a \\\"b\\\" c\"").accepted().cloudEvent().getId())
                .isEqualTo("a \"b\" c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "%4", "%zz", "%ff"})
    void escapes_that_are_none_are_refused(String id) {
        assertThat(binary().header("ce-id", id).refusal()).isEqualTo("400 id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject"})
    void required_attributes_are_required_and_not_empty(String attribute) {
        assertThat(binary().without("ce-" + attribute).refusal()).isEqualTo("400 " + attribute);
        assertThat(binary().header("ce-" + attribute, "").refusal()).isEqualTo("400 " + attribute);
        assertThat(structured("\"" + attribute + "\":null").refusal()).isEqualTo("400 " + attribute);
        assertThat(structured("\"" + attribute + "\":\"\"").refusal()).isEqualTo("400 " + attribute);
        assertThat(structured("\"" + attribute + "\":1").refusal()).isEqualTo("400 " + attribute);
    }

    @ParameterizedTest
    @CsvSource({"specversion,0.3", "specversion,2.0", "specversion,1", "source,a b", "source,%", "subject,user",
            "subject,/456", "subject,user/", "type,' '", "id,'a\u0000'", "dataschema,''"})
    void malformed_attributes_are_refused_by_name(String attribute, String value) {
        var json = Json.text(value);
        assertThat(structured("\"" + attribute + "\":" + json).refusal()).isEqualTo("400 " + attribute);
    }

    @Test
    void id_and_source_have_a_kilobyte_together() {
        var source = "/" + "s".repeat(500);
        var id = "é".repeat(261);
        assertThat(structured("\"source\":\"" + source + "\",\"id\":\"" + id + "x\"").refusal()).isEqualTo("accepted");
        assertThat(structured("\"source\":\"" + source + "\",\"id\":\"" + id + "xx\"").refusal()).isEqualTo("400 id");
    }

    @Test
    void half_of_a_character_is_refused() {
        var event = Request.event("").replace("\"id\":\"1\"", "\"id\":\"\\ud83d\"");
        assertThat(structured("").body(event).refusal()).isEqualTo("400 id");
    }

    @Test
    void subject_and_type_are_bounded() {
        assertThat(structured("\"subject\":\"user/" + "x".repeat(252) + "\"").refusal()).isEqualTo("400 subject");
        assertThat(structured("\"type\":\"" + "x".repeat(256) + "\"").refusal()).isEqualTo("400 type");
    }

    @Test
    void attribute_that_is_given_twice_is_refused() {
        assertThat(binary().again("ce-id", "2").refusal()).isEqualTo("400 id");
    }

    @Test
    void data_content_type_is_the_content_type_header_only() {
        var event = binary().header("ce-datacontenttype", "text/plain").accepted().cloudEvent();
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtensionNames()).isEmpty();
    }

    @Test
    void declared_type_has_its_schema_as_dataschema_where_the_sender_names_none() {
        assertThat(binary().accepted().cloudEvent().getDataSchema()).hasToString("/schemas/product-added-to-cart");
        assertThat(binary().header("ce-dataschema", "https://x.example/s").accepted().cloudEvent().getDataSchema())
                .hasToString("https://x.example/s");
    }
}
