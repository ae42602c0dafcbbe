package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.binary;
import static dev.cartwright.http.event.Request.structured;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import org.junit.jupiter.api.Test;

class FragmentsTest {

    @Test
    void what_is_readable_is_kept() {
        var letter = gathered(binary().header("ce-time", "noon").body("{"));
        assertThat(letter.getId()).isEqualTo("1");
        assertThat(letter.getSource()).hasToString("/shop");
        assertThat(letter.getSubject()).isEqualTo("user/456");
        assertThat(letter.getData().toBytes()).asString().isEqualTo("{");
        assertThat(letter.getTime()).isNull();
    }

    @Test
    void what_is_not_readable_has_a_stand_in_that_is_the_same_again() {
        var request = structured("").body("not json");
        var letter = gathered(request);
        assertThat(letter.getType()).isEqualTo("unknown");
        assertThat(letter.getSubject()).startsWith("malformed/");
        assertThat(letter.getData().toBytes()).asString().isEqualTo("not json");
        assertThat(gathered(request)).isEqualTo(letter);
    }

    @Test
    void attributes_before_the_first_fault_are_there() {
        var letter = gathered(structured("\"hops\":2,\"note\":{}"));
        assertThat(letter.getExtension("hops")).isEqualTo(2);
        assertThat(letter.getId()).isEqualTo("1");
        assertThat(letter.getType()).isEqualTo("product-added-to-cart");
    }

    private static CloudEvent gathered(Request request) {
        return Fragments.gathered(request.sent(Door.BROKER).events().get(0));
    }
}
