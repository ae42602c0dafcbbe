package dev.cartwright.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The subject while the rules of one event run over it: what they change commits together or not at all. */
final class Transaction implements Subject {

    private final String name;
    private final State before;
    private final Map<String, Object> properties;
    private final Map<String, String> stamps;
    private List<RuleTrace.Change> changes = new ArrayList<>();

    Transaction(String name, State before) {
        this.name = name;
        this.before = before;
        this.properties = new HashMap<>(before.properties());
        this.stamps = new HashMap<>(before.stamps());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public <V> Optional<V> get(Property<V> property) {
        return Optional.ofNullable(properties.get(property.name())).map(property::decode);
    }

    <V> void put(Property<V> property, V value, String verb) {
        putPlain(property, property.encode(value), verb);
    }

    void putPlain(Property<?> property, Object plain, String verb) {
        var old = plain == null ? properties.remove(property.name()) : properties.put(property.name(), plain);
        if (!Objects.equals(old, plain)) {
            changes.add(new RuleTrace.Change(property.name(), verb, old, plain));
        }
    }

    String stamp(Property<?> property) {
        return stamps.get(property.name());
    }

    void stamp(Property<?> property, Position position) {
        stamps.put(property.name(), position.key());
    }

    /** The changes since the last call. */
    List<RuleTrace.Change> takeChanges() {
        var taken = changes;
        changes = new ArrayList<>();
        return taken;
    }

    Map<String, Object> properties() {
        return properties;
    }

    /** The state with what was changed; a late event leaves the watermark where it is. */
    State commit(Position position) {
        return new State(properties, later(position), before.version() + 1, stamps);
    }

    /** The state as if no rule had run; the event counts all the same. */
    State rollback(Position position) {
        return new State(before.properties(), later(position), before.version() + 1, before.stamps());
    }

    private Position later(Position position) {
        return before.covers(position) ? before.watermark() : position;
    }
}
