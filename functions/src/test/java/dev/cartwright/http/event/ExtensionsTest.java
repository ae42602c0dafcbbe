package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.binary;
import static dev.cartwright.http.event.Request.structured;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsTest {

    @Test
    void structured_extensions_keep_their_types() {
        var event = structured("\"count\":7,\"test\":true,\"note\":\"x\"").accepted().cloudEvent();
        assertThat(event.getExtension("count")).isEqualTo(7);
        assertThat(event.getExtension("test")).isEqualTo(true);
        assertThat(event.getExtension("note")).isEqualTo("x");
    }

    @Test
    void extension_that_is_null_is_not_there() {
        assertThat(structured("\"note\":null").accepted().cloudEvent().getExtensionNames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "1.5", "{}", "[]"})
    void what_cloudevents_has_no_type_for_is_refused_with_the_way_round_it(String value) {
        var problem = structured("\"note\":" + value).received(Door.BROKER).get(0).problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.field()).isEqualTo("note");
        assertThat(problem.detail()).contains("send it as text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_note", "Note", "my-note", ""})
    void names_are_lower_case_letters_and_digits(String name) {
        assertThat(structured("\"" + name + "\":\"x\"").refusal()).isEqualTo("400 " + name);
    }

    @Test
    void header_names_have_no_case() {
        assertThat(binary().header("CE-Note", "x").accepted().cloudEvent().getExtension("note")).isEqualTo("x");
        assertThat(binary().header("ce-my_note", "x").refusal()).isEqualTo("400 my_note");
        assertThat(binary().header("ce-data", "x").refusal()).isEqualTo("400 data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordedtime", "correlationid", "causationid", "propertyname", "hops",
            "cartwrightgroup"})
    void front_ends_may_not_set_what_cartwright_sets(String name) {
        assertThat(binary().header("ce-" + name, "1").refusal(Door.INGEST)).isEqualTo("400 " + name);
        assertThat(binary().header("ce-" + name, "1").refusal(Door.BROKER)).isEqualTo("accepted");
    }

    @Test
    void group_that_an_event_was_sent_to_is_no_part_of_it() {
        assertThat(binary().header("ce-cartwrightgroup", "cart").accepted().cloudEvent().getExtensionNames()).isEmpty();
    }

    @Test
    void hops_is_a_number_however_it_travels() {
        assertThat(binary().header("ce-hops", "3").accepted().event().causality().hops()).isEqualTo(3);
        assertThat(binary().header("ce-hops", "3").accepted().cloudEvent().getExtension("hops")).isEqualTo(3);
        assertThat(structured("\"hops\":3").accepted().event().causality().hops()).isEqualTo(3);
        assertThat(binary().header("ce-hops", "-1").refusal()).isEqualTo("400 hops");
        assertThat(binary().header("ce-hops", "x").refusal()).isEqualTo("400 hops");
        assertThat(structured("\"hops\":true").refusal()).isEqualTo("400 hops");
    }

    @Test
    void extension_must_fit_into_an_attribute_of_the_broker() {
        assertThat(binary().header("ce-note", "x".repeat(1024)).refusal()).isEqualTo("accepted");
        assertThat(binary().header("ce-note", "x".repeat(1025)).refusal()).isEqualTo("400 note");
    }

    @Test
    void front_ends_may_not_send_what_cartwright_emits() {
        for (var type : new String[] {"subject-property-changed", "event-dead-lettered", "subject-corrected",
                "subject-changed", "subject-state", "view-changed"}) {
            assertThat(binary().header("ce-type", type).refusal(Door.INGEST)).isEqualTo("422 type");
        }
    }
}
