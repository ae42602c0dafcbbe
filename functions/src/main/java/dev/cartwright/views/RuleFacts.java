package dev.cartwright.views;

import dev.cartwright.rules.Condition;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.Effect;
import dev.cartwright.rules.Role;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule as its declaration tells it.
 *
 * @param group the function group that runs it
 * @param kind of the subjects that it changes; null where there are several
 * @param on the types that it fires on
 * @param emits the types that it may emit
 * @param changes what it changes of its subject, such as {@code set name}
 * @param source where it was made, below the sources' root
 * @param types what is known of the types that it fires on or emits
 */
record RuleFacts(String rule, String group, String kind, List<String> on, List<String> emits, String sentence,
        List<String> conditions, List<String> changes, String source, List<Type> types) {

    private static final String SOURCES = "rules/src/main/java/";
    private static final String ANY = "any";
    private static final String ANY_EVENT = "any event";

    /**
     * An event type.
     *
     * @param kind of its subjects; null for one that speaks of its cause's subject, and so its group
     * @param senders the roles that may send it from outside
     */
    record Type(String type, String kind, String group, List<String> senders) {

        static Type of(RuleSet rules, String name) {
            var declared = rules.catalog().find(name).filter(type -> type.subject() != null);
            return new Type(name, declared.map(DeclaredType::kind).orElse(null),
                    declared.map(DeclaredType::group).orElse(null), declared.stream()
                            .flatMap(type -> type.emitters().stream()).sorted().map(Role::claim).toList());
        }
    }

    static RuleFacts of(RuleSet rules, Rule<?> rule) {
        var on = rules.triggerTypes(rule).isEmpty() ? List.of(ANY_EVENT) : rules.triggerTypes(rule);
        var emits = rules.emittedTypes(rule);
        var triggers = on.stream().map(name -> Type.of(rules, name)).toList();
        return new RuleFacts(rule.name(), only(triggers.stream().map(Type::group)).orElse(ANY),
                only(triggers.stream().map(Type::kind)).orElse(null), on, emits, rule.description(),
                rule.conditions().stream().map(Condition::words).toList(), changes(rule), SOURCES + rule.source(),
                Stream.concat(on.stream(), emits.stream()).distinct().map(name -> Type.of(rules, name)).toList());
    }

    private static List<String> changes(Rule<?> rule) {
        return rule.effects().stream().flatMap(effect -> words(effect).stream()).toList();
    }

    private static Optional<String> words(Effect<?> effect) {
        if (effect instanceof Effect.Ranked<?> rank) {
            return Optional.of("rank by " + rank.score());
        }
        if (effect instanceof Effect.Discard<?> discard) {
            return Optional.of("discard: " + discard.reason());
        }
        if (effect instanceof Effect.Reject<?> reject) {
            return Optional.of("reject: " + reject.reason());
        }
        return effect.property().map(property -> effect.verb() + ' ' + property);
    }

    private static Optional<String> only(Stream<String> values) {
        var all = values.distinct().toList();
        return all.size() == 1 ? Optional.ofNullable(all.get(0)) : Optional.empty();
    }
}
