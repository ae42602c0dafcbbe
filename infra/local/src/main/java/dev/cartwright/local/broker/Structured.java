package dev.cartwright.local.broker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Writes deliveries as structured CloudEvents; JSON data goes in as it is, unparsed. */
final class Structured {
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern JSON_TYPE =
        Pattern.compile("(?i)\\s*[a-z]+/([^;]+\\+)?json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

    private Structured() {
    }

    /** One {@code application/cloudevents+json} document. */
    static String single(Delivery delivery) {
        return document(512, json -> write(delivery, json)).toString(StandardCharsets.UTF_8);
    }

    /** One {@code application/cloudevents-batch+json} document. */
    static byte[] batch(List<Delivery> deliveries) {
        return document(512 * deliveries.size(), json -> {
            json.writeStartArray();
            for (var delivery : deliveries) {
                write(delivery, json);
            }
            json.writeEndArray();
        }).toByteArray();
    }

    private static ByteArrayOutputStream document(int size, Content content) {
        var bytes = new ByteArrayOutputStream(size);
        try (var json = JSON.createGenerator(bytes)) {
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen in memory", e);
        }
        return bytes;
    }

    private static void write(Delivery delivery, JsonGenerator json) throws IOException {
        boolean dataIsJson = true;
        json.writeStartObject();
        for (var header : delivery.headers()) {
            if (header.name().equals("content-type")) {
                json.writeStringField("datacontenttype", header.value());
                dataIsJson = JSON_TYPE.matcher(header.value()).matches();
            } else if (header.name().startsWith("ce-")) {
                json.writeStringField(header.name().substring(3), Percent.decode(header.value()));
            }
        }
        writeData(delivery.data(), dataIsJson, json);
        json.writeEndObject();
    }

    private static void writeData(byte[] data, boolean isJson, JsonGenerator json) throws IOException {
        if (data.length == 0) {
            return;
        }
        if (isJson) {
            json.writeFieldName("data");
            json.writeRawValue(new String(data, StandardCharsets.UTF_8));
        } else {
            json.writeBinaryField("data_base64", data);
        }
    }
}
