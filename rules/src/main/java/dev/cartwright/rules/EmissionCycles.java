package dev.cartwright.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds rules whose emissions lead back to themselves, by emitted type and by changed property. */
final class EmissionCycles {

    private record Edge(String to, String rule) {}

    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private EmissionCycles() {}

    /** One message a cycle, naming its way round; a rule marked {@code mayRepeat} breaks the cycles through it. */
    static List<String> find(EventCatalog catalog, List<Rule<?>> rules) {
        var search = new EmissionCycles();
        var told = toldProperties(rules);
        for (var rule : rules) {
            if (rule.repeats() == 0) {
                search.addEdges(catalog, rule, told);
            }
        }
        for (var node : search.edges.keySet()) {
            search.visit(node, new ArrayList<>(), new ArrayList<>());
        }
        return search.problems;
    }

    private static Set<String> toldProperties(List<Rule<?>> rules) {
        Set<String> names = new LinkedHashSet<>();
        for (var rule : rules) {
            rule.announces().forEach(property -> names.add(property.name()));
            if (rule.trigger() instanceof Trigger.OfProperties changes) {
                changes.properties().forEach(property -> names.add(property.name()));
            }
        }
        return names;
    }

    private void addEdges(EventCatalog catalog, Rule<?> rule, Set<String> told) {
        for (var from : triggers(catalog, rule, told)) {
            for (var effect : rule.effects()) {
                if (effect instanceof Effect.Emit<?, ?> emit) {
                    addEdge(from, catalog.find(emit.type()).orElseThrow().name(), rule);
                }
                effect.property().map(Property::name).filter(told::contains)
                        .ifPresent(name -> addEdge(from, change(name), rule));
            }
        }
    }

    private static List<String> triggers(EventCatalog catalog, Rule<?> rule, Set<String> told) {
        var changes = told.stream().map(EmissionCycles::change).toList();
        if (rule.trigger() instanceof Trigger.OfTypes types) {
            return types.types().stream().map(type -> catalog.find(type).orElseThrow().name())
                    .flatMap(name -> name.equals(SystemEvent.PROPERTY_CHANGED) ? changes.stream() : Stream.of(name))
                    .distinct().toList();
        }
        if (rule.trigger() instanceof Trigger.OfProperties subscription) {
            return subscription.properties().stream().map(property -> change(property.name())).toList();
        }
        return Stream.concat(catalog.types().stream().map(DeclaredType::name), changes.stream()).toList();
    }

    private static String change(String property) {
        return "change of " + property;
    }

    private void addEdge(String from, String to, Rule<?> rule) {
        edges.computeIfAbsent(from, node -> new ArrayList<>()).add(new Edge(to, rule.name()));
    }

    private void visit(String node, List<String> path, List<String> words) {
        int start = path.indexOf(node);
        if (start >= 0) {
            problems.add("Emissions run in a circle: " + String.join("", words.subList(start, words.size())) + node
                    + "; take one emission away, or mark one of these rules .mayRepeat(n)");
            return;
        }
        if (!done.contains(node)) {
            path.add(node);
            for (var edge : edges.getOrDefault(node, List.of())) {
                words.add(node + " -[" + edge.rule() + "]-> ");
                visit(edge.to(), path, words);
                words.remove(words.size() - 1);
            }
            path.remove(path.size() - 1);
            done.add(node);
        }
    }
}
