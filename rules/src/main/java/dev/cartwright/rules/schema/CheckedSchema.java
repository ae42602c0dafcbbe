package dev.cartwright.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A schema, compiled once; thread-safe. */
final class CheckedSchema {

    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .format(new Decimal128()).build();
    // Nothing is ever fetched: all that a derived schema refers to is in itself.
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012,
            factory -> factory.metaSchema(DIALECT).schemaLoaders(loaders -> loaders.values(List::clear)
                    .add(DisallowSchemaLoader.getInstance())));
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true).locale(Locale.ROOT).build();

    private final JsonNode json;
    private final JsonSchema compiled;

    CheckedSchema(JsonNode json) {
        this.json = json;
        this.compiled = FACTORY.getSchema(json, CONFIG);
        compiled.initializeValidators();
    }

    JsonNode json() {
        return json.deepCopy();
    }

    List<Violation> violations(JsonNode data) {
        var messages = compiled.validate(data);
        if (messages.isEmpty()) {
            return List.of();
        }
        Map<String, Violation> byField = new LinkedHashMap<>();
        for (var message : messages) {
            if (isForNull(message)) {
                continue;
            }
            var field = field(message);
            byField.putIfAbsent(field, new Violation(field, ViolationWords.of(message)));
        }
        return List.copyOf(byField.values());
    }

    /** Of "null or an entry", only what the entry demands is worth telling. */
    private static boolean isForNull(ValidationMessage message) {
        return message.getType().equals("type") && message.getSchemaNode().asText().equals("null");
    }

    private static String field(ValidationMessage message) {
        var field = new StringBuilder("data");
        var path = message.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            var step = path.getElement(i);
            field.append(step instanceof Integer ? "[" + step + ']' : "." + step);
        }
        return message.getProperty() == null ? field.toString() : field + "." + message.getProperty();
    }
}
