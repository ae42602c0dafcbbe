package dev.cartwright.redis;

import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import io.cloudevents.types.Time;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as an entry of a stream: the headers of a CloudEvent in HTTP binary mode, its data, and the group that is to
 * receive it.
 */
final class EventFields {

    private final Map<byte[], byte[]> fields = new LinkedHashMap<>();

    private EventFields() {}

    static Map<byte[], byte[]> of(Publication publication) {
        var fields = new EventFields();
        fields.addAttributes(publication.event());
        fields.put("group", publication.group() == null ? "" : publication.group());
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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
