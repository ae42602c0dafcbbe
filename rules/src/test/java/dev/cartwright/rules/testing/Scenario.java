package dev.cartwright.rules.testing;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The beginning of an example: the rules, and what was before. Immutable. */
public record Scenario(RuleSet rules, GivenSubject subject, List<Happening> past) {

    private static final int MAX_HOPS = 32;

    /** By these rules, of a subject as it is. */
    public static Scenario given(RuleSet rules, GivenSubject subject) {
        return new Scenario(rules, subject, List.of());
    }

    /** By these rules, of the one subject of these past events; of a new subject where there are none. */
    public static Scenario given(RuleSet rules, Happening... past) {
        return new Scenario(rules, new GivenSubject(null, Map.of()), List.of(past));
    }

    /** By these rules only, over the same event types. */
    public Scenario rules(Rule<?>... own) {
        return rules(rules.catalog(), own);
    }

    /** By these rules only, over these event types. */
    public Scenario rules(EventCatalog catalog, Rule<?>... own) {
        return new Scenario(RuleSet.of(catalog, List.of(own)), subject, past);
    }

    /** These events happen, one after the other, to one subject. */
    public Outcome when(Happening... happenings) {
        var engine = new Engine(rules, MAX_HOPS);
        var events = new ArrayList<Event<Object>>();
        for (var happening : concat(past, List.of(happenings))) {
            events.add(happening.in(rules.catalog(), events.size() + 1));
        }
        checkOneSubject(events);
        var state = engine.fold(subject.state(), events.subList(0, past.size()));
        return decide(engine, state, events.subList(past.size(), events.size()));
    }

    private static Outcome decide(Engine engine, State start, List<Event<Object>> events) {
        List<Decision> decisions = new ArrayList<>();
        var state = start;
        for (var event : events) {
            if (state.covers(event.position())) {
                throw new IllegalArgumentException(event.position() + " is told after " + state.watermark()
                        + ": tell events in the order of their times");
            }
            var decision = engine.decide(state, event);
            decisions.add(decision);
            state = decision.state();
        }
        return new Outcome(events, decisions, state);
    }

    private void checkOneSubject(List<Event<Object>> events) {
        var names = events.stream().map(Event::subject).distinct().toList();
        if (names.size() > 1 || subject.name() != null && !names.equals(List.of(subject.name()))) {
            throw new IllegalArgumentException("a scenario is about one subject: given "
                    + (subject.name() == null ? "" : subject.name() + ", ") + "the events are to " + names);
        }
    }

    private static List<Happening> concat(List<Happening> first, List<Happening> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
