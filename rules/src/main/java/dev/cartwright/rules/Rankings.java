package dev.cartwright.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which properties of which kinds of subjects stand in rankings; immutable. */
final class Rankings {

    private final Map<String, List<Effect.Ranked<?>>> byKind = new HashMap<>();

    /** Of checked rules. */
    Rankings(RuleSet rules) {
        for (var rule : rules.rules()) {
            for (var effect : rule.effects()) {
                if (effect instanceof Effect.Ranked<?> rank) {
                    add(rules, rule, rank);
                }
            }
        }
    }

    private void add(RuleSet rules, Rule<?> rule, Effect.Ranked<?> rank) {
        for (var type : rules.triggerTypes(rule)) {
            var subject = rules.catalog().find(type).orElseThrow().subject();
            if (subject == null) {
                continue;
            }
            var ranked = byKind.computeIfAbsent(Subjects.kind(subject), kind -> new ArrayList<>());
            if (ranked.stream().noneMatch(other -> other.ranking().name().equals(rank.ranking().name()))) {
                ranked.add(rank);
            }
        }
    }

    List<Standing> standings(String subject, State state) {
        List<Standing> standings = new ArrayList<>();
        for (var rank : byKind.getOrDefault(Subjects.kind(subject), List.of())) {
            rank.ranking().places().apply(subject).ifPresent(place ->
                    standings.add(new Standing(rank.ranking(), place, rank.scores(state))));
        }
        return standings;
    }

    /** What keeps the rules from ranking. */
    static List<String> problems(List<Rule<?>> rules) {
        List<String> problems = new ArrayList<>();
        Map<String, String> ranked = new HashMap<>();
        for (var rule : rules) {
            for (var effect : rule.effects()) {
                if (effect instanceof Effect.Ranked<?> rank) {
                    problems.addAll(problems(rule, rank, rules));
                    var other = ranked.putIfAbsent(rank.ranking().name(), rank.score().name());
                    if (other != null && !other.equals(rank.score().name())) {
                        problems.add("The ranking '" + rank.ranking().name() + "' has scores from the properties '"
                                + other + "' and '" + rank.score() + "': give one of them a ranking of its own");
                    }
                }
            }
        }
        return problems;
    }

    private static List<String> problems(Rule<?> rule, Effect.Ranked<?> rank, List<Rule<?>> rules) {
        List<String> problems = new ArrayList<>();
        if (!(rule.trigger() instanceof Trigger.OfTypes)) {
            problems.add("Rule '" + rule.name() + "' ranks whatever it is on: only a rule on event types may rank");
        }
        var verbs = new HashSet<String>();
        rules.stream().flatMap(any -> any.effects().stream())
                .filter(any -> any.property().filter(p -> p.name().equals(rank.score().name())
                        && p.type().equals(rank.score().type())).isPresent())
                .forEach(any -> verbs.add(any.verb()));
        if (rank instanceof Effect.Rank && rank.score().type().isMapLikeType() && !verbs.equals(Set.of("add-each"))) {
            problems.add("Rule '" + rule.name() + "' ranks each name of '" + rank.score() + "', which rules change by "
                    + verbs + ": names must never go, so change it by addEach only");
        }
        return problems;
    }
}
