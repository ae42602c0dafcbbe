package dev.cartwright.bigtable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Rfc3339;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.types.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * A CloudEvent as two cells: its attributes and extensions as JSON, named and typed as in the JSON event format, and
 * its data, byte for byte.
 */
final class EventCells {

    private EventCells() {}

    static ByteString attributes(CloudEvent event) {
        try (var bytes = new ByteArrayBuilder(512); var json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", event.getSpecVersion().toString());
            json.writeStringField("id", event.getId());
            json.writeStringField("source", event.getSource().toString());
            json.writeStringField("type", event.getType());
            writeOptional(json, event);
            for (var name : event.getExtensionNames()) {
                write(json, name, event.getExtension(name));
            }
            json.writeEndObject();
            json.flush();
            return UnsafeByteOperations.unsafeWrap(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeOptional(JsonGenerator json, CloudEvent event) throws IOException {
        write(json, "subject", event.getSubject());
        write(json, "time", event.getTime());
        write(json, "datacontenttype", event.getDataContentType());
        write(json, "dataschema", event.getDataSchema());
    }

    private static void write(JsonGenerator json, String name, Object value) throws IOException {
        if (value instanceof Integer number) {
            json.writeNumberField(name, number);
        } else if (value instanceof Boolean truth) {
            json.writeBooleanField(name, truth);
        } else if (value != null) {
            json.writeStringField(name, text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof OffsetDateTime time) {
            return Time.writeTime(time);
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    /** @param data null where the event has none */
    static CloudEvent read(ByteString attributes, ByteString data) {
        var builder = CloudEventBuilder.v1();
        try (var json = Json.MAPPER.createParser(attributes.newInput())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                read(builder, name, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (data != null) {
            builder.withData(data.toByteArray());
        }
        return builder.build();
    }

    private static void read(CloudEventBuilder builder, String name, JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> builder.withExtension(name, json.getIntValue());
            case VALUE_TRUE, VALUE_FALSE -> builder.withExtension(name, json.getBooleanValue());
            default -> read(builder, name, json.getText());
        }
    }

    private static void read(CloudEventBuilder builder, String name, String value) {
        switch (name) {
            case "specversion" -> { }
            case "id" -> builder.withId(value);
            case "source" -> builder.withSource(URI.create(value));
            case "type" -> builder.withType(value);
            case "subject" -> builder.withSubject(value);
            case "time" -> builder.withTime(Rfc3339.parse(value).atOffset(ZoneOffset.UTC));
            case "datacontenttype" -> builder.withDataContentType(value);
            case "dataschema" -> builder.withDataSchema(URI.create(value));
            default -> builder.withExtension(name, value);
        }
    }
}
