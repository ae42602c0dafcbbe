package dev.cartwright.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which event types may be applied late without folding the subject again: all they do commutes with all else that
 * happens to the subject, and nothing reads what they change.
 */
final class OrderFreedom {

    private OrderFreedom() {}

    static boolean of(RuleSet rules, String type) {
        var own = rules.on(type);
        var neighbours = neighbours(rules, type);
        return own.stream().noneMatch(Rule::readsState)
                && neighbours.stream().noneMatch(Rule::readsState)
                && changed(own).noneMatch(property -> rules.toldProperties().contains(property.name()))
                && changed(own).allMatch(property -> commutes(property, neighbours));
    }

    /** The rules that can fire on the same subject. */
    private static List<Rule<?>> neighbours(RuleSet rules, String type) {
        var kind = rules.catalog().find(type).map(DeclaredType::subject).map(Subjects::kind).orElse(null);
        return rules.rules().stream().filter(rule -> {
            var types = rules.triggerTypes(rule);
            return types.isEmpty() || types.stream().anyMatch(other -> {
                var subject = rules.catalog().find(other).map(DeclaredType::subject).orElse(null);
                return kind == null || subject == null || Subjects.kind(subject).equals(kind);
            });
        }).toList();
    }

    private static Stream<Property<?>> changed(List<Rule<?>> rules) {
        return effects(rules).flatMap(effect -> effect.property().stream());
    }

    private static Stream<? extends Effect<?>> effects(List<Rule<?>> rules) {
        return rules.stream().flatMap(rule -> rule.effects().stream());
    }

    private static boolean commutes(Property<?> property, List<Rule<?>> rules) {
        var ways = effects(rules)
                .filter(effect -> effect.property().filter(p -> p.name().equals(property.name())).isPresent())
                .map(effect -> List.of(effect.verb(), effect.property().orElseThrow().type())).distinct().toList();
        return ways.size() == 1 && List.of("set", "add", "add-each", "max").contains(ways.get(0).get(0));
    }
}
