package dev.cartwright.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cartwright.rules.Causality;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.Json;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** Between CloudEvents on the wire and events as rules see them. Thread-safe. */
public final class Events {

    private final EventCatalog catalog;

    public Events(EventCatalog catalog) {
        this.catalog = catalog;
    }

    /** The event as rules see it; data that is not what the type declares makes it unreadable, never an exception. */
    public Event<?> read(CloudEvent event) {
        try {
            return read(event, json(event));
        } catch (IOException e) {
            return typed(event, new Event.Unreadable("data is not JSON"));
        }
    }

    /** The same with its data already parsed. */
    public Event<?> read(CloudEvent event, JsonNode data) {
        return typed(event, catalog.read(event.getType(), data));
    }

    /** The data as JSON: a text value for data of another media type, missing where there is none. */
    public static JsonNode json(CloudEvent event) throws IOException {
        if (event.getData() == null) {
            return MissingNode.getInstance();
        }
        var bytes = event.getData().toBytes();
        var mediaType = MediaType.of(event.getDataContentType());
        return mediaType == null || mediaType.isJson() ? Json.MAPPER.readTree(bytes)
                : TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Event<?> typed(CloudEvent event, Object data) {
        return new Event<>(event.getType(), event.getSource().toString(), event.getId(), event.getSubject(),
                event.getTime().toInstant(), data, causality(event));
    }

    private static Causality causality(CloudEvent event) {
        return new Causality(extension(event, Extensions.CORRELATION_ID), extension(event, Extensions.CAUSATION_ID),
                hops(event), extension(event, Extensions.TRACEPARENT), extension(event, Extensions.TRACESTATE));
    }

    private static int hops(CloudEvent event) {
        var hops = extension(event, Extensions.HOPS);
        return hops == null ? 0 : Integer.parseInt(hops);
    }

    private static String extension(CloudEvent event, String name) {
        var value = event.getExtension(name);
        return value == null ? null : value.toString();
    }

    /** The follow-up as it is published. */
    public CloudEvent followUp(Event<?> cause, FollowUp followUp) {
        var group = catalog.groupOf(cause.kind()).orElse("functions");
        var builder = CloudEventBuilder.v1()
                .withId(followUp.id())
                .withSource(URI.create("/cartwright/" + group))
                .withType(followUp.type())
                .withSubject(followUp.subject())
                .withTime(followUp.time(cause.time()).atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(followUp.data()))
                .withExtension(Extensions.CORRELATION_ID, cause.correlationId())
                .withExtension(Extensions.CAUSATION_ID, cause.id())
                .withExtension(Extensions.HOPS, cause.causality().hops() + 1);
        if (catalog.find(followUp.type()).isPresent()) {
            builder.withDataSchema(URI.create("/schemas/" + followUp.type()));
        }
        if (followUp.propertyName() != null) {
            builder.withExtension(Extensions.PROPERTY_NAME, followUp.propertyName());
        }
        if (cause.causality().traceparent() != null) {
            builder.withExtension(Extensions.TRACEPARENT, cause.causality().traceparent());
        }
        if (cause.causality().tracestate() != null) {
            builder.withExtension(Extensions.TRACESTATE, cause.causality().tracestate());
        }
        return builder.build();
    }
}
