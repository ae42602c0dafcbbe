package dev.cartwright.redis;

import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.types.Time;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as an entry of a stream: the headers of a CloudEvent in HTTP binary mode, its trace context among them, its
 * data, and the group that is to receive it.
 */
final class EventFields {

    private static final String HEADER = "ce-";

    private final Map<byte[], byte[]> fields = new LinkedHashMap<>();

    private EventFields() {}

    static Map<byte[], byte[]> of(Publication publication) {
        var fields = new EventFields();
        fields.addAttributes(publication.event());
        fields.put("group", publication.group() == null ? "" : publication.group());
        if (publication.traceparent() != null) {
            fields.put("traceparent", publication.traceparent());
        }
        if (publication.event().getData() != null) {
            fields.fields.put(utf8("data"), publication.event().getData().toBytes());
        }
        return fields.fields;
    }

    private void addAttributes(CloudEvent event) {
        header("ce-specversion", event.getSpecVersion());
        header("ce-id", event.getId());
        header("ce-source", event.getSource());
        header("ce-type", event.getType());
        header("ce-subject", event.getSubject());
        header("ce-time", event.getTime());
        header("ce-dataschema", event.getDataSchema());
        event.getExtensionNames().forEach(name -> header("ce-" + name, event.getExtension(name)));
        if (event.getDataContentType() != null) {
            put("content-type", event.getDataContentType());
        }
    }

    private void header(String name, Object value) {
        if (value != null) {
            put(name, encode(text(value)));
        }
    }

    private void put(String name, String value) {
        fields.put(utf8(name), utf8(value));
    }

    private static String text(Object value) {
        if (value instanceof OffsetDateTime time) {
            return Time.writeTime(time);
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    /** As §3.1.3.2 of the HTTP binding has it: all but printable ASCII, and of that space, quote and percent. */
    static String encode(String text) {
        if (isPlain(text)) {
            return text;
        }
        var encoded = new StringBuilder();
        for (byte b : utf8(text)) {
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02X", b));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 0x7F && c != '"' && c != '%';
    }

    /** The event of an entry. */
    static CloudEvent read(Map<byte[], byte[]> entry) {
        var event = new CloudEventBuilder();
        entry.forEach((name, value) -> {
            var field = text(name);
            if (field.startsWith(HEADER)) {
                attribute(event, field.substring(HEADER.length()), decode(text(value)));
            } else if (field.equals("content-type")) {
                event.withDataContentType(text(value));
            } else if (field.equals("data")) {
                event.withData(value);
            }
        });
        return event.build();
    }

    private static void attribute(CloudEventBuilder event, String name, String value) {
        if (name.equals(Extensions.HOPS)) {
            event.withContextAttribute(name, Integer.valueOf(value));
        } else if (!name.equals("specversion")) {
            event.withContextAttribute(name, value);
        }
    }

    /** One attribute of an entry. */
    static Optional<String> value(Map<byte[], byte[]> entry, String name) {
        var wanted = utf8(name);
        return entry.entrySet().stream().filter(field -> Arrays.equals(field.getKey(), wanted)).findFirst()
                .map(field -> decode(text(field.getValue())));
    }

    private static String decode(String encoded) {
        return encoded.indexOf('%') < 0 ? encoded
                : URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
