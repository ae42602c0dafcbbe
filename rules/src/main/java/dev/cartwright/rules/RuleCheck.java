package dev.cartwright.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a set of rules must satisfy before the system starts with it. */
final class RuleCheck {

    private RuleCheck() {}

    static void check(EventCatalog catalog, List<Rule<?>> rules) {
        var problems = new ArrayList<String>();
        sameNames(rules, problems);
        for (var rule : rules) {
            unknownTypes(catalog, rule, problems);
        }
        if (problems.isEmpty()) {
            problems.addAll(EmissionCycles.find(catalog, rules));
            problems.addAll(Rankings.problems(rules));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRules(String.join(System.lineSeparator(), problems));
        }
    }

    private static void sameNames(List<Rule<?>> rules, List<String> problems) {
        Set<String> names = new HashSet<>();
        for (var rule : rules) {
            if (!names.add(rule.name())) {
                problems.add("Two rules have the name '" + rule.name() + "': rename one");
            }
        }
    }

    private static void unknownTypes(EventCatalog catalog, Rule<?> rule, List<String> problems) {
        if (rule.trigger() instanceof Trigger.OfTypes types) {
            for (var type : types.types()) {
                if (catalog.find(type).isEmpty()) {
                    problems.add(unknown(rule, "is on", type));
                }
            }
        }
        for (var effect : rule.effects()) {
            if (effect instanceof Effect.Emit<?, ?> emit && catalog.find(emit.type())
                    .filter(type -> type.group() != null).isEmpty()) {
                problems.add(unknown(rule, "emits", emit.type()));
            }
        }
    }

    private static String unknown(Rule<?> rule, String does, Class<?> type) {
        return "Rule '" + rule.name() + "' " + does + " " + type.getName() + ", which no function group declares: "
                + "let it implement the group's sealed interface and give it an @EventType";
    }
}
