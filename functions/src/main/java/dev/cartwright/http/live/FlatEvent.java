package dev.cartwright.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.runtime.Events;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An event whose data's scalar fields can be asked for like extensions, under their names without underscores: names of
 * attributes have none. Attributes and extensions come first where a field is named like one.
 */
final class FlatEvent implements CloudEvent {

    /** Longer texts are cut: what is looked for in them costs time with every message. */
    private static final int MAX_TEXT = 256;

    private final CloudEvent event;
    private final Map<String, Object> fields;

    FlatEvent(CloudEvent event) {
        this.event = event;
        this.fields = fields(event);
    }

    /** As filters write the name of a field. */
    static String name(String field) {
        return field.replace("_", "");
    }

    private static Map<String, Object> fields(CloudEvent event) {
        var fields = new HashMap<String, Object>();
        try {
            Events.json(event).properties().forEach(field -> {
                if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                    fields.putIfAbsent(name(field.getKey()), scalar(field.getValue()));
                }
            });
        } catch (IOException notJson) {
            // Then there are no fields to ask for.
            return Map.of();
        }
        return fields;
    }

    private static Object scalar(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        // why: there are no fractions in CESQL, so that prices compare by their whole part.
        return value.isNumber() ? (Object) (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE,
                value.doubleValue())) : cut(value.asText());
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    @Override
    public Object getExtension(String name) {
        var extension = event.getExtension(name);
        return extension == null ? fields.get(name) : extension;
    }

    @Override
    public Set<String> getExtensionNames() {
        var names = new java.util.HashSet<>(fields.keySet());
        names.addAll(event.getExtensionNames());
        return names;
    }

    @Override
    public Object getAttribute(String name) {
        return event.getAttribute(name);
    }

    @Override
    public CloudEventData getData() {
        return event.getData();
    }

    @Override
    public SpecVersion getSpecVersion() {
        return event.getSpecVersion();
    }

    @Override
    public String getId() {
        return event.getId();
    }

    @Override
    public String getType() {
        return event.getType();
    }

    @Override
    public URI getSource() {
        return event.getSource();
    }

    @Override
    public String getDataContentType() {
        return event.getDataContentType();
    }

    @Override
    public URI getDataSchema() {
        return event.getDataSchema();
    }

    @Override
    public String getSubject() {
        return event.getSubject();
    }

    @Override
    public OffsetDateTime getTime() {
        return event.getTime();
    }
}
