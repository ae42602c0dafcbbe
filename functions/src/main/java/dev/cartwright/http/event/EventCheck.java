package dev.cartwright.http.event;

import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.SystemEvent;
import dev.cartwright.rules.schema.EventSchemas;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.Incoming;
import io.cloudevents.core.v1.CloudEventBuilder;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks an event once, on its way in, and gives it the one form that everything behind relies on. Thread-safe. */
public final class EventCheck {

    private final EventCatalog catalog;
    private final TimeCheck times;
    private final DataCheck data;
    private final Events events;
    private final Map<String, URI> schemaByType;

    public EventCheck(EventCatalog catalog, EventSchemas schemas, TimeCheck times, long maxDataBytes) {
        this.catalog = catalog;
        this.times = times;
        this.data = new DataCheck(schemas, maxDataBytes);
        this.events = new Events(catalog);
        this.schemaByType = schemas.types().stream()
                .collect(Collectors.toUnmodifiableMap(type -> type, type -> URI.create(EventSchemas.BASE + type)));
    }

    /** Never throws for what an event is; asks a store where {@link RawEvent#needsStamp}, which may be away. */
    public Received check(RawEvent event, Door door, Permit permit) {
        if (event.problem() != null) {
            return Received.refused(event, event.problem());
        }
        try {
            return Received.accepted(event, incoming(event, door, permit));
        } catch (Refusal refusal) {
            return Received.refused(event, refusal.problem());
        }
    }

    private Incoming incoming(RawEvent event, Door door, Permit permit) {
        AttributeCheck.specVersion(event);
        var type = AttributeCheck.type(event);
        var subject = AttributeCheck.subject(event);
        permit.check(type, subject);
        var declared = catalog.find(type);
        if (door == Door.INGEST && (declared.filter(EventCheck::isSystem).isPresent()
                || SystemEvent.LIVE_ONLY.contains(type))) {
            throw Refusal.unprocessable("type", type + " is emitted by Cartwright only");
        }
        var builder = new CloudEventBuilder().withId(AttributeCheck.id(event)).withSource(AttributeCheck.source(event))
                .withType(type).withSubject(subject).withTime(times.of(event).atOffset(ZoneOffset.UTC));
        ExtensionCheck.copy(event, door, builder);
        var checked = data.of(event, type, declared.isPresent(), subject);
        permit.checkData(type, checked.json());
        var schema = AttributeCheck.dataSchema(event);
        builder.withDataSchema(schema == null ? schemaByType.get(type) : schema);
        if (checked.bytes() != null) {
            builder.withData(checked.contentType(), checked.bytes());
        }
        var cloudEvent = builder.build();
        return new Incoming(cloudEvent, events.read(cloudEvent, checked.json()));
    }

    private static boolean isSystem(DeclaredType type) {
        return type.group() == null;
    }
}
