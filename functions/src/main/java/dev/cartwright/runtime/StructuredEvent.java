package dev.cartwright.runtime;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;

/** Events in the CloudEvents JSON format; data of any JSON media type goes in as JSON. */
public final class StructuredEvent {

    private StructuredEvent() {}

    public static ObjectNode of(CloudEvent event) {
        var json = Json.MAPPER.createObjectNode();
        json.put("specversion", "1.0").put("id", event.getId()).put("source", event.getSource().toString())
                .put("type", event.getType()).put("subject", event.getSubject())
                .put("time", Position.format(event.getTime().toInstant()));
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
