package dev.cartwright.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.InvalidRules;
import dev.cartwright.rules.SystemEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The JSON Schema of every declared event type, and what it says of an event's data; derived when it is first asked
 * for, or in advance. Thread-safe.
 */
public final class EventSchemas {

    /** Where schemas are served; their {@code $id} is this and the type. */
    public static final String BASE = "/schemas/";

    private final EventCatalog catalog;
    private final SchemaDerivation derivation;
    private final Map<String, DeclaredType> byType = new LinkedHashMap<>();
    private final Map<String, CheckedSchema> derived = new ConcurrentHashMap<>();

    private EventSchemas(EventCatalog catalog, String base) {
        this.catalog = catalog;
        this.derivation = new SchemaDerivation(base);
        var system = Stream.of(SystemEvent.PROPERTY_CHANGED, SystemEvent.DEAD_LETTERED)
                .map(type -> catalog.find(type).orElseThrow());
        Stream.concat(catalog.types().stream(), system)
                .forEach(type -> byType.put(type.name(), type));
    }

    /** Of all types of the catalog, with relative ids below {@link #BASE}. */
    public static EventSchemas of(EventCatalog catalog) {
        return new EventSchemas(catalog, BASE);
    }

    /** Of all types of the catalog, with ids that begin with {@code base}. */
    public static EventSchemas of(EventCatalog catalog, String base) {
        return new EventSchemas(catalog, base);
    }

    /** The types that have a schema: the shop's in order of declaration, then the system's own. */
    public Set<String> types() {
        return Collections.unmodifiableSet(byType.keySet());
    }

    /** Derives those that nobody asked for yet; throws {@link InvalidRules} naming the type that has none. */
    public void deriveAll() {
        byType.values().forEach(this::derive);
    }

    /** A copy of the type's schema; empty for a type that is not declared. */
    public Optional<JsonNode> schema(String type) {
        return checked(type).map(CheckedSchema::json);
    }

    /** What is wrong with data of this type, one a field; nothing where the type is not declared. */
    public List<Violation> violations(String type, JsonNode data) {
        return checked(type).map(schema -> schema.violations(data == null ? MissingNode.getInstance() : data))
                .orElse(List.of());
    }

    /** Tells where the data names another subject than the event does. */
    public Optional<Violation> subjectMismatch(String type, String subject, JsonNode data) {
        return catalog.find(type).filter(declared -> declared.subject() != null && data != null)
                .flatMap(declared -> mismatch(declared, subject, declared.subjectOf(data)));
    }

    // why when it is asked for: an instance sees few types, and deriving all of them was a tenth of its start.
    private Optional<CheckedSchema> checked(String type) {
        var known = derived.get(type);
        return known != null ? Optional.of(known) : Optional.ofNullable(byType.get(type)).map(this::derive);
    }

    private CheckedSchema derive(DeclaredType type) {
        try {
            synchronized (derivation) {
                return derived.computeIfAbsent(type.name(), name -> new CheckedSchema(derivation.of(type)));
            }
        } catch (RuntimeException e) {
            throw new InvalidRules("No schema can be derived for " + type.name() + " from " + type.data().getName()
                    + ": " + e.getMessage());
        }
    }

    private static Optional<Violation> mismatch(DeclaredType type, String subject, String named) {
        return named == null || named.equals(subject) ? Optional.empty()
                : Optional.of(new Violation("data." + type.subjectField(),
                        "must agree with the subject: it names " + named + ", the event's subject is " + subject));
    }
}
