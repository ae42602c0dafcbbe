package dev.cartwright.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says what a keyword of a schema demands, as one person would tell another. */
final class ViolationWords {

    private static final Map<String, String> TYPES = Map.of("string", "text", "integer", "a whole number",
            "number", "a number", "boolean", "true or false", "object", "an object", "array", "a list");

    private ViolationWords() {}

    static String of(ValidationMessage message) {
        var demanded = message.getSchemaNode();
        return switch (message.getType()) {
            case "required" -> "is required";
            case "type" -> isNullMember(message) ? "is required" : "must be " + types(demanded);
            case "exclusiveMinimum" -> "must be greater than " + demanded.asText();
            case "minimum" -> "must be at least " + demanded.asText();
            case "exclusiveMaximum" -> "must be less than " + demanded.asText();
            case "maximum" -> "must be at most " + demanded.asText();
            case "minLength" -> demanded.asInt() == 1 ? "must not be blank"
                    : "must have at least " + demanded.asText() + " characters";
            case "maxLength" -> "must have at most " + demanded.asText() + " characters";
            case "pattern" -> demanded.asText().equals(SchemaDerivation.NOT_BLANK) ? "must not be blank"
                    : "must match " + demanded.asText();
            case "format" -> demanded.asText().equals(Decimal128.NAME) ? "must have at most 34 digits"
                    : "must be a " + demanded.asText();
            case "enum" -> "must be one of " + list(demanded);
            case "minItems" -> "must have at least " + demanded.asText() + " entries";
            case "maxItems" -> "must have at most " + demanded.asText() + " entries";
            default -> message.getError();
        };
    }

    /** A member that is null counts as absent. */
    private static boolean isNullMember(ValidationMessage message) {
        var path = message.getInstanceLocation();
        return message.getInstanceNode().isNull() && path.getNameCount() > 0 && path.getElement(-1) instanceof String;
    }

    private static String types(JsonNode demanded) {
        var names = demanded.isArray() ? stream(demanded) : Stream.of(demanded);
        return names.map(JsonNode::asText).filter(TYPES::containsKey).map(TYPES::get)
                .collect(Collectors.joining(" or "));
    }

    private static String list(JsonNode values) {
        return stream(values).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> stream(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }
}
