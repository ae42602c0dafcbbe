package dev.cartwright.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;

/**
 * A typed key into the schema-less bag of a subject's properties; immutable. Values are kept as plain JSON data.
 *
 * @param <V> the type that rules see
 */
public final class Property<V> {

    private final String name;
    private final JavaType type;
    /** Null where the value must be converted between its type and plain JSON data. */
    private final Class<?> plainType;

    private Property(String name, JavaType type, Class<?> plainType) {
        this.name = name;
        this.type = type;
        this.plainType = plainType;
    }

    public static Property<String> text(String name) {
        return new Property<>(name, Json.MAPPER.constructType(String.class), String.class);
    }

    public static Property<Long> number(String name) {
        return new Property<>(name, Json.MAPPER.constructType(Long.class), Long.class);
    }

    public static Property<BigDecimal> decimal(String name) {
        return new Property<>(name, Json.MAPPER.constructType(BigDecimal.class), null);
    }

    public static Property<Boolean> flag(String name) {
        return new Property<>(name, Json.MAPPER.constructType(Boolean.class), Boolean.class);
    }

    /** A map from names to whole numbers, such as a cart's quantities. */
    public static Property<Map<String, Long>> counts(String name) {
        var type = Json.MAPPER.constructType(new TypeReference<Map<String, Long>>() {});
        return new Property<>(name, type, Map.class);
    }

    /** Any type that JSON can carry. */
    public static <V> Property<V> of(String name, TypeReference<V> type) {
        return new Property<>(name, Json.MAPPER.constructType(type), null);
    }

    public String name() {
        return name;
    }

    JavaType type() {
        return type;
    }

    @SuppressWarnings("unchecked")
    V decode(Object plain) {
        if (plain instanceof Map<?, ?> map && isPlain(plain)) {
            return (V) Collections.unmodifiableMap(map);
        }
        return isPlain(plain) ? (V) plain : Json.MAPPER.convertValue(plain, type);
    }

    Object encode(V value) {
        return isPlain(value) ? value : Json.plain(value);
    }

    private boolean isPlain(Object value) {
        return plainType != null && plainType.isInstance(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
