package dev.cartwright.redis;

import dev.cartwright.rules.GroupFilter;
import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.runtime.EventHeaders;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as an entry of a stream: the headers of a CloudEvent in HTTP binary mode, its trace context among them, its
 * data, and the group that is to receive it.
 */
final class EventFields {

    private EventFields() {}

    static Map<byte[], byte[]> of(Publication publication) {
        Map<byte[], byte[]> fields = new LinkedHashMap<>();
        EventHeaders.of(publication.event()).forEach((name, value) -> fields.put(utf8(name), utf8(value)));
        fields.put(utf8(GroupFilter.ATTRIBUTE), utf8(publication.group() == null ? "" : publication.group()));
        if (publication.traceparent() != null) {
            fields.put(utf8(Extensions.TRACEPARENT), utf8(publication.traceparent()));
        }
        if (publication.event().getData() != null) {
            fields.put(utf8("data"), publication.event().getData().toBytes());
        }
        return fields;
    }

    /** The event of an entry. */
    static CloudEvent read(Map<byte[], byte[]> entry) {
        var event = new CloudEventBuilder();
        entry.forEach((name, value) -> {
            var field = text(name);
            if (field.startsWith(EventHeaders.PREFIX)) {
                attribute(event, field.substring(EventHeaders.PREFIX.length()), PercentEncoding.decode(text(value)));
            } else if (field.equals(EventHeaders.CONTENT_TYPE)) {
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
                .map(field -> PercentEncoding.decode(text(field.getValue())));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
