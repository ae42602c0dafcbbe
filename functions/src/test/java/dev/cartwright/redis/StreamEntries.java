package dev.cartwright.redis;

import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;

/** Reads entries of the stream as a receiver would. */
final class StreamEntries {

    private StreamEntries() {}

    static Publication read(Map<String, String> fields) {
        var event = CloudEventBuilder.v1();
        fields.forEach((name, value) -> {
            if (name.startsWith("ce-")) {
                var text = PercentEncoding.decode(value);
                attribute(event, name.substring(3), text);
            }
        });
        if (fields.containsKey("data")) {
            event.withData(fields.get("content-type"), fields.get("data").getBytes(StandardCharsets.UTF_8));
        }
        var group = fields.get("group");
        return new Publication(event.build(), group.isEmpty() ? null : group, fields.get("traceparent"));
    }

    private static void attribute(CloudEventBuilder event, String name, String value) {
        switch (name) {
            case "specversion" -> { }
            case "id" -> event.withId(value);
            case "source" -> event.withSource(URI.create(value));
            case "type" -> event.withType(value);
            case "subject" -> event.withSubject(value);
            case "time" -> event.withTime(OffsetDateTime.parse(value));
            default -> event.withExtension(name, value);
        }
    }
}
