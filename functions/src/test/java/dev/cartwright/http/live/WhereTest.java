package dev.cartwright.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import dev.cartwright.http.problem.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {

    private static final Optional<Set<String>> FIELDS =
            Optional.of(Set.of("type", "subject", "price", "productid", "gift", "hops", "name", "absent"));

    private static final CloudEvent ORDERED = event("{\"price\":250.75,\"product_id\":\"7\",\"gift\":true,"
            + "\"name\":\"" + "a".repeat(2000) + "\",\"items\":[1],\"nothing\":null}");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"price > 200,true", "price > 250,false", "productid = '7',true",
            "gift,true", "NOT gift,false", "gift AND price < 300,true",
            "type = 'ordered' AND subject LIKE 'user/%',true", "hops = 2,true", "price = '250',true",
            "absent > 1,false", "absent < 1,false", "NOT (absent > 1),false",
            "(EXISTS absent AND absent > 1) OR price > 1,true", "EXISTS absent,false", "name LIKE 'a%a',true",
            "price / 0 > 1,false", "LENGTH(name) = 256,true", "productid > 5,true", "name > 5,false",
            "`productid IN ('1', '7')`,true"})
    void expression_is_true_of_an_event_or_not(String text, boolean accepted) {
        assertThat(Where.parse(text, FIELDS).accepts(ORDERED)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"price >|at character 8", "price > > 1|at character 9",
            "prize > 1|'prize' at character 1", "price > 1 AND prise < 2|'prise' at character 15",
            "data.total > 5|at character 5", "product_id = '7'|at character 1", "|is not CESQL",
            "price + 1|not true or false", "'yes'|not true or false", "7|not true or false",
            "SUM(price) > 1|calls SUM", "LENGTH(name, name) > 1|calls LENGTH with 2 arguments",
            "name LIKE '%a%b%'|more than 2 %", "price > 99999999999|is not CESQL", "€ = 1|at character 1",
            "items = 1|'items'"}, delimiter = '|')
    void expression_that_could_not_be_meant_is_refused_with_the_place(String text, String words) {
        assertThatThrownBy(() -> Where.parse(text == null ? "" : text, FIELDS)).isInstanceOfSatisfying(Refusal.class,
                refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(400);
                    assertThat(refusal.problem().field()).isEqualTo("where");
                    assertThat(refusal.problem().detail()).contains(words);
                });
    }

    @Test
    void any_field_may_be_asked_for_where_it_is_not_known_what_there_is() {
        assertThat(Where.parse("whatever = 1", Optional.empty()).accepts(ORDERED)).isFalse();
    }

    @Test
    void lists_objects_and_nothing_are_no_fields() {
        for (var field : Set.of("items", "nothing")) {
            assertThat(Where.parse("EXISTS " + field, Optional.empty()).accepts(ORDERED)).isFalse();
        }
    }

    @Test
    void long_expression_is_refused() {
        assertThatThrownBy(() -> Where.parse("price > 1 OR ".repeat(50) + "gift", FIELDS))
                .hasMessageContaining("longer than 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "-", "((", "price > 1 OR (", "ABS("})
    @Timeout(20)
    void deep_expression_is_read_or_refused_soon(String part) {
        var text = part.repeat(480 / part.length());
        assertThatThrownBy(() -> Where.parse(text, FIELDS)).isInstanceOf(Refusal.class);
    }

    @Test
    void pattern_that_nearly_matches_costs_little() {
        var where = Where.parse("name LIKE '%a%b'", FIELDS);
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(where.accepts(ORDERED)).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void attribute_comes_before_a_field_of_its_name() {
        var event = event("{\"type\":\"forged\",\"hops\":9}");
        assertThat(Where.parse("type = 'ordered' AND hops = 2", FIELDS).accepts(event)).isTrue();
    }

    private static CloudEvent event(String data) {
        return new FlatEvent(CloudEventBuilder.v1().withId("1").withSource(URI.create("/test")).withType("ordered")
                .withSubject("user/1").withExtension("hops", 2)
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8)).build());
    }
}
