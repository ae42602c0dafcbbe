package dev.cartwright.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides events and folds histories by a set of rules; pure and thread-safe. */
public final class Engine {

    /** More emissions than this of one event make it a dead letter. */
    public static final int MAX_EMISSIONS = 1000;

    /** More bytes of emitted data than this of one event, as JSON in UTF-8, make it a dead letter. */
    public static final int MAX_EMITTED_BYTES = 1_000_000;

    private final RuleSet rules;
    private final int maxHops;

    /** @param maxHops an event with a longer chain of causes than this is a dead letter: no endless loops */
    public Engine(RuleSet rules, int maxHops) {
        this.rules = rules;
        this.maxHops = maxHops;
    }

    public RuleSet rules() {
        return rules;
    }

    /** What the rules make of the event, on the subject as it is before it. Never throws for what a rule does. */
    public Decision decide(State before, Event<?> event) {
        var run = new RuleRun(rules, before, event);
        if (event.causality().hops() > maxHops) {
            return run.deadLetter(null, "the chain of causes is longer than " + maxHops + " events");
        }
        if (event.data() instanceof Event.Unreadable unreadable) {
            return run.deadLetter(null, unreadable.reason());
        }
        return run.decide();
    }

    /** The state after these events, which come in order of position. */
    public State fold(Iterable<? extends Event<?>> events) {
        return fold(State.EMPTY, events);
    }

    /** The state after these further events, which come in order of position. */
    public State fold(State start, Iterable<? extends Event<?>> events) {
        var state = start;
        for (var event : events) {
            state = decide(state, event).state();
        }
        return state;
    }

    /** What differs between two states, as {@code subject-corrected} tells it: old and new value of each property. */
    public static Map<String, Map<String, Object>> differences(State before, State after) {
        Map<String, Map<String, Object>> differences = new TreeMap<>();
        var names = new TreeSet<>(before.properties().keySet());
        names.addAll(after.properties().keySet());
        for (var name : names) {
            var old = before.properties().get(name);
            var now = after.properties().get(name);
            if (!Objects.equals(old, now)) {
                var change = new TreeMap<String, Object>();
                change.put("old", old);
                change.put("new", now);
                differences.put(name, change);
            }
        }
        return differences;
    }

    /** The told changes of one event, in order of property name; of maps the changed keys only. */
    static List<SystemEvent.PropertyChanged> toldChanges(RuleSet rules, State before, Map<String, Object> after) {
        List<SystemEvent.PropertyChanged> told = new ArrayList<>();
        for (var name : new TreeSet<>(rules.toldProperties())) {
            var old = before.properties().get(name);
            var now = after.get(name);
            if (!Objects.equals(old, now)) {
                told.add(new SystemEvent.PropertyChanged(name, json(changedKeys(old, now)),
                        json(changedKeys(now, old))));
            }
        }
        return told;
    }

    private static Object changedKeys(Object of, Object against) {
        if (of instanceof Map<?, ?> map && against instanceof Map<?, ?> other) {
            var changed = new TreeMap<Object, Object>(map);
            changed.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), other.get(entry.getKey())));
            return changed;
        }
        return of;
    }

    private static JsonNode json(Object value) {
        return value == null ? null : Json.MAPPER.valueToTree(value);
    }
}
