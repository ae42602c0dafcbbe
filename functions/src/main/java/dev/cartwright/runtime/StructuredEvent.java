package dev.cartwright.runtime;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;

/** Events in the CloudEvents JSON format; data of any JSON media type goes in as JSON. */
public final class StructuredEvent {

    private StructuredEvent() {}

    public static ObjectNode of(CloudEvent event) {
        var json = Json.MAPPER.createObjectNode();
        json.put("specversion", "1.0").put("id", event.getId()).put("source", event.getSource().toString())
                .put("type", event.getType()).put("subject", event.getSubject());
        if (event.getTime() != null) {
            json.put("time", Position.format(event.getTime().toInstant()));
        }
        if (event.getDataContentType() != null) {
            json.put("datacontenttype", event.getDataContentType());
        }
        if (event.getDataSchema() != null) {
            json.put("dataschema", event.getDataSchema().toString());
        }
        for (var name : new TreeSet<>(event.getExtensionNames())) {
            json.set(name, Json.MAPPER.valueToTree(event.getExtension(name)));
        }
        if (event.getData() != null) {
            data(event.getDataContentType(), event.getData().toBytes(), json);
        }
        return json;
    }

    /** The event of such JSON; as it was, but for how its data is laid out. */
    public static CloudEvent read(byte[] json) throws IOException {
        var event = new CloudEventBuilder();
        for (var field : Json.MAPPER.readTree(json).properties()) {
            var value = field.getValue();
            switch (field.getKey()) {
                case "specversion" -> { }
                case "data" -> event.withData(Json.bytes(value));
                case "data_base64" -> event.withData(value.binaryValue());
                default -> attribute(event, field.getKey(), value);
            }
        }
        return event.build();
    }

    private static void attribute(CloudEventBuilder event, String name, JsonNode value) {
        if (value.isNumber()) {
            event.withContextAttribute(name, value.intValue());
        } else if (value.isBoolean()) {
            event.withContextAttribute(name, value.booleanValue());
        } else {
            event.withContextAttribute(name, value.textValue());
        }
    }

    private static void data(String contentType, byte[] data, ObjectNode json) {
        if (contentType != null && !MediaType.of(contentType).isJson()) {
            json.put("data_base64", data);
            return;
        }
        try {
            json.set("data", Json.MAPPER.readTree(data));
        } catch (JacksonException notJson) {
            json.put("data_base64", data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen in memory", e);
        }
    }
}
