package dev.cartwright.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values are the same before and after they were stored. */
class JsonTest {

    private static final BigInteger HUGE = BigInteger.TEN.pow(40);

    record Line(String productId, Integer quantity, BigDecimal price, List<Line> parts) {}

    static List<Object> values() {
        var values = new ArrayList<Object>(List.of("", "text", "é🛒\u0000", true, 0, 1, -1, 5L, (short) 7, (byte) 8,
                Long.MAX_VALUE, Long.MIN_VALUE, HUGE, HUGE.negate(), BigInteger.ONE, 1.5, 1e10, 1e300, 0.1f, 3.0,
                new BigDecimal("2.50"), new BigDecimal("2.5"), new BigDecimal("5"), new BigDecimal("1E+3"),
                new BigDecimal("1E-30"), new BigDecimal(HUGE), new BigDecimal("0.00"), new BigDecimal("1e5000"),
                List.of(), Map.of(), List.of(1, List.of(new BigDecimal("1E+2"))), new int[] {1, 2},
                Map.of("b", 1, "a", Map.of("c", new BigDecimal("7"))),
                new Line("1", 2, new BigDecimal("2.50"), List.of(new Line("2", null, null, null)))));
        values.add(null);
        values.add(Arrays.asList(1, null));
        values.add(new TreeMap<>(Map.of("x", Json.MAPPER.valueToTree(Map.of("n", 3)))));
        return values;
    }

    @ParameterizedTest
    @MethodSource("values")
    void plain_isTheSameBeforeAndAfterItWasStored(Object value) throws Exception {
        var plain = Json.plain(value);
        var stored = Json.MAPPER.readValue(Json.bytes(plain), Object.class);
        assertThat(stored).isEqualTo(plain);
        assertThat(Json.text(stored)).isEqualTo(Json.text(plain));
        assertThat(Json.plain(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("values")
    void aState_isTheSameBeforeAndAfterItWasStored(Object value) throws Exception {
        var property = Property.of("p", new TypeReference<Object>() {});
        var transaction = new Transaction("box/1", State.EMPTY);
        transaction.put(property, value, "set");
        var state = transaction.commit(new Position("2023-04-19T09:00:00.000000Z#a#b"));
        assertThat(Json.MAPPER.readValue(Json.bytes(state), State.class)).isEqualTo(state);
    }

    static List<Object> valuesWithTheSameDigitsInATree() {
        return values().stream().filter(value -> !(value instanceof Float)).toList();
    }

    @ParameterizedTest
    @MethodSource("valuesWithTheSameDigitsInATree")
    void aTreeFromJava_isTheTreeFromText(Object value) throws Exception {
        assertThat(Json.MAPPER.readTree(Json.text(value))).isEqualTo(Json.MAPPER.valueToTree(value));
    }

    @Test
    void wholeNumbersAreLong_untilTheyDoNotFit() {
        assertThat(Json.plain(5)).isEqualTo(5L);
        assertThat(Json.plain(new BigDecimal("5"))).isEqualTo(5L);
        assertThat(Json.plain(HUGE)).isEqualTo(HUGE);
        assertThat(Json.plain(new BigDecimal("2.50"))).isEqualTo(new BigDecimal("2.50"));
    }

    @Test
    void aWholeNumberOfAnySizeCanBeParsed() throws Exception {
        assertThat(Json.MAPPER.readTree("99999999999999999999").bigIntegerValue()).isEqualTo("99999999999999999999");
        assertThat(Json.MAPPER.readValue("{\"n\":99999999999999999999}", Object.class))
                .isEqualTo(Map.of("n", new BigInteger("99999999999999999999")));
    }

    @Test
    void aRecordIsWrittenInSnakeCase_withoutWhatIsAbsent() {
        assertThat(Json.text(new Line("1", null, new BigDecimal("2.50"), null)))
                .isEqualTo("{\"product_id\":\"1\",\"price\":2.50}");
    }

    @Test
    void equalValuesHaveEqualText() {
        assertThat(Json.text(new TreeMap<>(Map.of("b", 1, "a", 2)))).isEqualTo(Json.text(Map.of("a", 2, "b", 1)));
    }

    @Test
    void whatIsNotANumberIsNotJson() {
        assertThatThrownBy(() -> Json.plain(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.plain(List.of(Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.text(new Object())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not writable as JSON");
    }

    @Test
    void aPropertyGivesBackTheTypeThatItWasGiven() {
        assertThat(kept(Property.decimal("d"), new BigDecimal("5"))).isEqualTo(new BigDecimal("5"));
        assertThat(kept(Property.decimal("d"), new BigDecimal("2.50"))).isEqualTo(new BigDecimal("2.50"));
        assertThat(kept(Property.number("n"), 5L)).isEqualTo(5L);
        assertThat(kept(Property.text("t"), "x")).isEqualTo("x");
        assertThat(kept(Property.flag("f"), true)).isEqualTo(true);
        assertThat(kept(Property.counts("c"), Map.of("a", 1L))).isEqualTo(Map.of("a", 1L));
        var lines = List.of(new Line("1", 2, new BigDecimal("2.50"), null));
        assertThat(kept(Property.of("l", new TypeReference<List<Line>>() {}), lines)).isEqualTo(lines);
    }

    private static <V> V kept(Property<V> property, V value) {
        return property.decode(property.encode(value));
    }
}
