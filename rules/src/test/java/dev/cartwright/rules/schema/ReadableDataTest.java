package dev.cartwright.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import dev.cartwright.rules.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What passes a schema fits its record exactly; what does not fit is named. */
class ReadableDataTest {

    private static final List<String> VALUES = List.of(
            "null", "true", "0", "-0", "1", "3", "3.0", "3.5", "-0.0", "1e2", "1E+2", "1e-2", "127", "128", "-129",
            "32768", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
            "-9223372036854775808", "-9223372036854775809", "99999999999999999999", "1e18", "1e19", "1e400", "-1e400",
            "1e6000", "1e7000", "1e999999999", "1e-999999999", "0e999999999", "0.1", "2.6199999999999997",
            "0.1234567890123456789012345678901234", "0.12345678901234567890123456789012345", "\"\"", "\" \"", "\"3\"",
            "\"red\"", "\"RED\"", "\"GREEN\"", "{}", "[]", "[1]", "[null]", "[\"a\"]", "{\"a\":1}", "{\"a\":\"x\"}",
            "{\"name\":\"x\"}", "{\"name\":3}", "[{\"name\":\"x\"}]", "[{\"name\":null}]",
            "[{\"name\":\"x\",\"weight\":1e400}]", "{\"a\":null}", "{\"a\":1e400}");

    enum Colour { RED, GREEN }

    record Part(@NotBlank String name, Long weight) {}

    @FunctionGroup("things")
    sealed interface ThingEvent {
        @EventType(value = "thing-seen", subject = "thing/{thing}")
        record Seen(@NotBlank String thing, Long longNumber, long primitive, Integer integer, Short small,
                BigDecimal decimal, Double floating, Boolean flag, Colour colour, List<@Valid Part> parts, Part part,
                List<String> names, List<Long> counts, Map<String, Long> amounts, @Size(min = 2, max = 3) String code,
                @Pattern(regexp = "^[a-z]+$") String word, @Min(2) @Max(5) Integer stars) implements ThingEvent {}
    }

    private static final List<String> FIELDS = List.of(
            "thing", "long_number", "primitive", "integer", "small", "decimal", "floating", "flag", "colour", "parts",
            "part", "names", "counts", "amounts", "code", "word", "stars");
    private static final EventCatalog CATALOG = EventCatalog.of(ThingEvent.class);
    private static final EventSchemas SCHEMAS = EventSchemas.of(CATALOG);

    private static String thing(String field, String value) {
        return "{\"thing\":\"1\",\"primitive\":1,\"" + field + "\":" + value + "}";
    }

    @Test
    void whatPassesIsReadExactly_inAnyParser() throws Exception {
        for (var mapper : List.of(Json.MAPPER, new ObjectMapper())) {
            for (var field : FIELDS) {
                for (var value : VALUES) {
                    var data = mapper.readTree(thing(field, value));
                    if (SCHEMAS.violations("thing-seen", data).isEmpty()) {
                        var read = CATALOG.read("thing-seen", data);
                        assertThat(read).as(field + " " + value).isNotInstanceOf(Event.Unreadable.class);
                        assertThat(SCHEMAS.violations("thing-seen", Json.MAPPER.readTree(Json.text(read)))).isEmpty();
                        // A double rounds, and says so by its name.
                        if (!field.equals("floating")) {
                            assertSameNumber(data.get(field).decimalValue(),
                                    Json.MAPPER.valueToTree(read).path(field).decimalValue());
                        }
                    }
                }
            }
        }
    }

    private static void assertSameNumber(BigDecimal sent, BigDecimal read) {
        assertThat(read).isEqualByComparingTo(sent);
    }

    @Test
    void whatPassesOneField() throws Exception {
        assertThat(passing("long_number")).containsExactly(
            "null", "0", "-0", "1", "3", "3.0", "-0.0", "1e2", "1E+2", "127", "128", "-129", "32768", "2147483647",
            "2147483648", "-2147483649", "9223372036854775807", "-9223372036854775808", "1e18", "0e999999999");
        assertThat(passing("small")).containsExactly(
            "null", "0", "-0", "1", "3", "3.0", "-0.0", "1e2", "1E+2", "127", "128", "-129", "0e999999999");
        assertThat(passing("primitive")).contains("1e18").doesNotContain("null", "1e19", "1e400", "-1e400");
        assertThat(passing("decimal")).contains("1e400", "1e6000", "0.1234567890123456789012345678901234")
                .doesNotContain("1e7000", "1e999999999", "1e-999999999", "0.12345678901234567890123456789012345");
        assertThat(passing("colour")).containsExactly("null", "\"RED\"", "\"GREEN\"");
        assertThat(passing("amounts")).containsExactly("null", "{}", "{\"a\":1}", "{\"name\":3}");
        assertThat(passing("floating")).contains("1e18").doesNotContain("1e400", "-1e400");
        assertThat(passing("parts")).containsExactly("null", "[]", "[{\"name\":\"x\"}]");
        assertThat(passing("stars")).containsExactly("null", "3", "3.0");
    }

    private static List<String> passing(String field) {
        return VALUES.stream().filter(value -> violations(field, value).isEmpty()).toList();
    }

    private static List<Violation> violations(String field, String value) {
        try {
            return SCHEMAS.violations("thing-seen", Json.MAPPER.readTree(thing(field, value)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNumberThatWouldStallACalculationIsRefusedAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(violations("long_number", "1e999999999")).isNotEmpty();
            assertThat(violations("decimal", "-1e999999999"))
                    
                .containsExactly(new Violation("data.decimal", "must have at most 34 digits"));
        });
    }

    @Test
    void allConstraintsHaveTheirWords() {
        assertThat(violations("code", "\"x\""))
                .containsExactly(new Violation("data.code", "must have at least 2 characters"));
        assertThat(violations("code", "\"long\""))
                .containsExactly(new Violation("data.code", "must have at most 3 characters"));
        assertThat(violations("word", "\"A\""))
                .containsExactly(new Violation("data.word", "must match ^[a-z]+$"));
        assertThat(violations("stars", "1"))
                .containsExactly(new Violation("data.stars", "must be at least 2"));
        assertThat(violations("stars", "6"))
                .containsExactly(new Violation("data.stars", "must be at most 5"));
        assertThat(violations("colour", "\"blue\""))
                .containsExactly(new Violation("data.colour", "must be one of RED, GREEN"));
        assertThat(violations("flag", "1"))
                .containsExactly(new Violation("data.flag", "must be true or false"));
        assertThat(violations("part", "{\"name\":3}")).containsExactly(new Violation("data.part.name", "must be text"));
        assertThat(violations("part", "[]"))
                .containsExactly(new Violation("data.part", "must be an object"));
        assertThat(violations("names", "[1]")).containsExactly(new Violation("data.names[0]", "must be text"));
        assertThat(violations("amounts", "{\"a\":\"x\"}"))
                .containsExactly(new Violation("data.amounts.a", "must be a whole number"));
    }
}
