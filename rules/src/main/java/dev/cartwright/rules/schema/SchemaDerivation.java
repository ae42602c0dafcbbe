package dev.cartwright.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Derives schemas from records: what passes a schema fits its record exactly. */
final class SchemaDerivation {

    // Decimal: where a limit is a long, the validator compares as long, and 1e19 as long is small.
    private record Range(BigDecimal least, BigDecimal most) {

        static Range of(long least, long most) {
            return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        }
    }

    static final String NOT_BLANK = "\\S";
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final Range LONG = Range.of(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Range INT = Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Range SHORT = Range.of(Short.MIN_VALUE, Short.MAX_VALUE);
    private static final Range DOUBLE = new Range(BigDecimal.valueOf(-Double.MAX_VALUE),
            BigDecimal.valueOf(Double.MAX_VALUE));
    private static final Map<Class<?>, Range> RANGES = Map.of(Long.class, LONG, long.class, LONG, Integer.class, INT,
            int.class, INT, Short.class, SHORT, short.class, SHORT, Double.class, DOUBLE, double.class, DOUBLE);
    private static final Set<Class<?>> DECIMALS = Set.of(BigDecimal.class, BigInteger.class, Double.class,
            double.class);
    private static final List<Class<? extends Annotation>> REQUIRED =
            List.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private final SchemaGenerator generator;
    private final String base;

    SchemaDerivation(String base) {
        this.base = base;
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(new JacksonModule())
                .with(new JakartaValidationModule(JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS));
        fields(config);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) ->
                JsonNode.class.isAssignableFrom(type.getErasedType())
                        ? new CustomDefinition(context.getGeneratorConfig().createObjectNode(), true) : null);
        generator = new SchemaGenerator(config.build());
    }

    private static void fields(SchemaGeneratorConfigBuilder config) {
        config.forFields()
                .withPropertyNameOverrideResolver(field -> SNAKE_CASE.translate(field.getDeclaredName()))
                .withNullableCheck(field -> !field.getType().isPrimitive() && !field.isFakeContainerItemScope()
                        && REQUIRED.stream().noneMatch(constraint -> has(field, constraint)))
                .withStringPatternResolver(field -> has(field, NotBlank.class) ? NOT_BLANK : null)
                .withInstanceAttributeOverride(SchemaDerivation::bound);
    }

    private static boolean has(FieldScope field, Class<? extends Annotation> constraint) {
        return field.getAnnotationConsideringFieldAndGetter(constraint) != null;
    }

    /** Bounds what JSON can write but the record's type cannot hold. */
    private static void bound(ObjectNode schema, FieldScope field, SchemaGenerationContext context) {
        var type = field.getType().getErasedType();
        if (DECIMALS.contains(type)) {
            schema.put("format", Decimal128.NAME);
        }
        var range = RANGES.get(type);
        if (range != null && !schema.has("minimum") && !schema.has("exclusiveMinimum")) {
            schema.put("minimum", range.least());
        }
        if (range != null && !schema.has("maximum") && !schema.has("exclusiveMaximum")) {
            schema.put("maximum", range.most());
        }
    }

    ObjectNode of(DeclaredType type) {
        var derived = generator.generateSchema(type.data());
        var schema = derived.objectNode();
        schema.set("$schema", derived.remove("$schema"));
        schema.put("$id", base + type.name()).put("title", type.name());
        if (type.subject() != null) {
            schema.put("description", "Data of " + type.name() + "; its subject is " + type.subject() + "; "
                    + senders(type));
        }
        return schema.setAll(derived);
    }

    private static String senders(DeclaredType type) {
        return type.emitters().isEmpty() ? "emitted by Cartwright only"
                : "sent by " + type.emitters().stream().sorted().map(Role::claim).collect(Collectors.joining(", "));
    }
}
