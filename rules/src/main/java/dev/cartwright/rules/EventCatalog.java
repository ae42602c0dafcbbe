package dev.cartwright.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The declared event types by name and by record, with their function groups; immutable. */
public final class EventCatalog {

    /** The group that receives events whose subjects are of a kind that no declared type has. */
    public static final String UNHANDLED = "unhandled";

    private final Map<String, DeclaredType> byName = new LinkedHashMap<>();
    private final Map<Class<?>, DeclaredType> byRecord = new HashMap<>();
    private final Map<String, String> groupByKind = new LinkedHashMap<>();

    private EventCatalog() {}

    /** Of sealed interfaces, each a {@link FunctionGroup} whose permitted records are its event types. */
    public static EventCatalog of(Class<?>... groups) {
        var catalog = new EventCatalog();
        catalog.declare(DeclaredType.ofSystem(SystemEvent.PROPERTY_CHANGED, SystemEvent.PropertyChanged.class));
        catalog.declare(DeclaredType.ofSystem(SystemEvent.DEAD_LETTERED, SystemEvent.DeadLettered.class));
        for (var group : groups) {
            catalog.declareGroup(group);
        }
        return catalog;
    }

    private void declareGroup(Class<?> sealed) {
        var group = sealed.getAnnotation(FunctionGroup.class);
        if (group == null || !sealed.isSealed()) {
            throw new InvalidRules(sealed.getName() + " must be a sealed interface with @FunctionGroup(\"its-name\")");
        }
        for (var type : sealed.getPermittedSubclasses()) {
            var declared = DeclaredType.of(type, group.value());
            var other = groupByKind.putIfAbsent(declared.kind(), group.value());
            if (other != null && !other.equals(group.value())) {
                throw new InvalidRules("Subjects of kind '" + declared.kind() + "' belong to the groups '" + other
                        + "' and '" + group.value() + "': all types of one kind go to one group; move "
                        + declared.name() + " to '" + other + "'");
            }
            declare(declared);
        }
    }

    private void declare(DeclaredType type) {
        var other = byName.putIfAbsent(type.name(), type);
        if (other != null) {
            throw new InvalidRules("Two records declare the type '" + type.name() + "': " + other.data().getName()
                    + " and " + type.data().getName() + "; rename one");
        }
        byRecord.put(type.data(), type);
    }

    public Optional<DeclaredType> find(String type) {
        return Optional.ofNullable(byName.get(type));
    }

    Optional<DeclaredType> find(Class<?> type) {
        return Optional.ofNullable(byRecord.get(type));
    }

    /** The function group of a subject's kind; empty for a kind that no declared type has. */
    public Optional<String> groupOf(String kind) {
        return Optional.ofNullable(groupByKind.get(kind));
    }

    /** The shop's own types in order of declaration, without the system's. */
    public Collection<DeclaredType> types() {
        return byName.values().stream().filter(type -> type.group() != null).toList();
    }

    /** Names of the function groups in order of declaration. */
    public List<String> groups() {
        return new ArrayList<>(new LinkedHashSet<>(groupByKind.values()));
    }

    /** Names of all groups that events can be delivered to, each of which wants a subscription. */
    public List<String> receivers() {
        return Stream.concat(groups().stream(), Stream.of(UNHANDLED)).toList();
    }

    /** Types the data: the declared record, the JSON itself for an undeclared type, or {@link Event.Unreadable}. */
    public Object read(String type, JsonNode data) {
        var declared = byName.get(type);
        if (declared == null) {
            return data;
        }
        try {
            var value = Json.MAPPER.convertValue(data, declared.data());
            return value == null ? new Event.Unreadable("data is missing") : value;
        } catch (IllegalArgumentException e) {
            return new Event.Unreadable("data is not a " + type + ": " + e.getMessage());
        }
    }
}
