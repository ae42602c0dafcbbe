package dev.cartwright.rules.testing;

import dev.cartwright.rules.Causality;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.EventType;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.SystemEvent;
import java.time.Instant;

/** An event as a scenario tells it; what is not said is chosen so that it does not matter. Immutable. */
public record Happening(String type, Object data, String subject, Instant time, String id, String source, int hops) {

    private static final Instant START = Instant.parse("2023-04-19T09:00:00Z");

    /** An event with this data: a record with its {@link EventType}, or one of the system's own. */
    public static Happening event(Object data) {
        return event(typeOf(data.getClass()), data);
    }

    /** An event of any type, declared or not. */
    public static Happening event(String type, Object data) {
        return new Happening(type, data, null, null, null, "/testing", 0);
    }

    /** When it happened, as RFC 3339 text; one second after the event before it where it is not said. */
    public Happening at(String when) {
        return at(Instant.parse(when));
    }

    public Happening at(Instant when) {
        return new Happening(type, data, subject, when, id, source, hops);
    }

    /** The subject, where the data does not name it. */
    public Happening to(String name) {
        return new Happening(type, data, name, time, id, source, hops);
    }

    public Happening withId(String text) {
        return new Happening(type, data, subject, time, text, source, hops);
    }

    public Happening from(String sender) {
        return new Happening(type, data, subject, time, id, sender, hops);
    }

    /** How many events stand before it in its chain of causes. */
    public Happening afterHops(int n) {
        return new Happening(type, data, subject, time, id, source, n);
    }

    /** The event as rules see it; its data has been JSON, as on the wire. */
    public Event<Object> in(EventCatalog catalog, int index) {
        var json = Json.MAPPER.valueToTree(data);
        var named = catalog.find(type).filter(declared -> declared.subject() != null)
                .map(declared -> declared.subjectOf(json)).orElse(null);
        var to = subject == null ? named : subject;
        if (to == null) {
            throw new IllegalArgumentException("say which subject " + type + " happens to: event(...).to(\"kind/id\")");
        }
        return new Event<>(type, source, id == null ? "event-" + index : id, to,
                time == null ? START.plusSeconds(index) : time, catalog.read(type, json),
                new Causality(null, null, hops, null, null));
    }

    static String typeOf(Class<?> data) {
        if (SystemEvent.class.isAssignableFrom(data)) {
            return data == SystemEvent.PropertyChanged.class ? SystemEvent.PROPERTY_CHANGED : SystemEvent.DEAD_LETTERED;
        }
        var declared = data.getAnnotation(EventType.class);
        if (declared == null) {
            throw new IllegalArgumentException(data.getName() + " has no @EventType; tell it by event(\"type\", data)");
        }
        return declared.value();
    }
}
