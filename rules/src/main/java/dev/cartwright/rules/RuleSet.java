package dev.cartwright.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All rules over one catalog of event types, checked and indexed by type; thread-safe. */
public final class RuleSet {

    private final EventCatalog catalog;
    private final List<Rule<?>> rules;
    private final Set<String> toldProperties = new LinkedHashSet<>();
    private final Map<String, List<Rule<?>>> byType = new ConcurrentHashMap<>();
    private final Map<String, Boolean> orderFree = new ConcurrentHashMap<>();
    private final Set<String> subscribedTypes = new HashSet<>();
    private final Set<String> stamped = new HashSet<>();
    private final List<Rule<?>> onAny = new ArrayList<>();
    private final Map<String, List<Rule<?>>> declared = new HashMap<>();
    private final Rankings rankings;

    private RuleSet(EventCatalog catalog, List<Rule<?>> rules) {
        this.catalog = catalog;
        this.rules = List.copyOf(rules);
        RuleCheck.check(catalog, this.rules);
        for (var rule : this.rules) {
            index(rule);
        }
        declared.keySet().stream().filter(this::isOrderFree).forEach(this::indexStamped);
        rankings = new Rankings(this);
    }

    /** Of these rules in order of declaration; throws {@link InvalidRules} where they contradict each other. */
    public static RuleSet of(EventCatalog catalog, List<Rule<?>> rules) {
        return new RuleSet(catalog, rules);
    }

    /** Of all rule books on the class path, ordered by their class names. */
    public static RuleSet load(EventCatalog catalog) {
        List<Rule<?>> rules = new ArrayList<>();
        inOrder(books()).forEach(book -> rules.addAll(book.rules()));
        return of(catalog, rules);
    }

    private static List<RuleBook> books() {
        try {
            return ServiceLoader.load(RuleBook.class).stream().map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(book -> book.getClass().getName())).toList();
        } catch (ServiceConfigurationError e) {
            throw new InvalidRules("A rule book cannot be loaded (" + e.getMessage() + "). Where its file was added "
                    + "while this runs, start anew; where it was removed, run ./mvnw clean once");
        }
    }

    static List<RuleBook> inOrder(List<RuleBook> books) {
        List<RuleBook> ordered = new ArrayList<>();
        List<RuleBook> waiting = new ArrayList<>(books);
        while (!waiting.isEmpty()) {
            var next = waiting.stream().filter(book -> waiting.stream().map(RuleBook::getClass)
                    .noneMatch(book.after()::contains)).findFirst().orElseThrow(() -> new InvalidRules(
                            "Rule books are after each other in a circle: " + waiting.stream()
                                    .map(book -> book.getClass().getSimpleName()).collect(Collectors.joining(", "))));
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private void index(Rule<?> rule) {
        for (var property : rule.announces()) {
            toldProperties.add(property.name());
        }
        if (rule.trigger() instanceof Trigger.OfAny) {
            onAny.add(rule);
        } else {
            for (var type : triggerTypes(rule)) {
                declared.computeIfAbsent(type, t -> new ArrayList<>()).add(rule);
                subscribedTypes.add(type);
            }
        }
        if (rule.trigger() instanceof Trigger.OfProperties changes) {
            changes.properties().forEach(property -> toldProperties.add(property.name()));
        }
    }

    private void indexStamped(String type) {
        on(type).stream().flatMap(rule -> rule.effects().stream())
                .filter(effect -> effect instanceof Effect.Set<?, ?>)
                .forEach(effect -> effect.property().ifPresent(property -> stamped.add(property.name())));
    }

    /** The names of the types that the rule fires on; empty for a rule on any type. */
    public List<String> triggerTypes(Rule<?> rule) {
        if (rule.trigger() instanceof Trigger.OfTypes types) {
            return types.types().stream().map(type -> catalog.find(type).orElseThrow().name()).distinct().toList();
        }
        return rule.trigger() instanceof Trigger.OfProperties ? List.of(SystemEvent.PROPERTY_CHANGED) : List.of();
    }

    /** The names of the types that the rule may emit; a change that is told and what it rejects are events, too. */
    public List<String> emittedTypes(Rule<?> rule) {
        return rule.effects().stream().flatMap(effect -> emittedType(effect).stream()).distinct().toList();
    }

    private Optional<String> emittedType(Effect<?> effect) {
        if (effect instanceof Effect.Emit<?, ?> emit) {
            return catalog.find(emit.type()).map(DeclaredType::name);
        }
        return effect instanceof Effect.Reject<?> ? Optional.of(SystemEvent.DEAD_LETTERED)
                : effect.property().filter(property -> toldProperties.contains(property.name()))
                        .map(property -> SystemEvent.PROPERTY_CHANGED);
    }

    public EventCatalog catalog() {
        return catalog;
    }

    /** All rules in order of declaration. */
    public List<Rule<?>> rules() {
        return rules;
    }

    /** The rules that fire on events of this type, in order of declaration. */
    public List<Rule<?>> on(String type) {
        var specific = declared.get(type);
        if (specific == null || onAny.isEmpty()) {
            return specific == null ? onAny : specific;
        }
        return byType.computeIfAbsent(type,
                t -> rules.stream().filter(rule -> specific.contains(rule) || onAny.contains(rule)).toList());
    }

    /** True where a function is to receive events of this type although they are follow-ups. */
    public boolean subscribesTo(FollowUp followUp) {
        if (!onAny.isEmpty()) {
            return true;
        }
        if (followUp.propertyName() == null) {
            return subscribedTypes.contains(followUp.type());
        }
        return declared.getOrDefault(SystemEvent.PROPERTY_CHANGED, List.of()).stream()
                .anyMatch(rule -> isOnChangeOf(followUp.propertyName(), rule.trigger()));
    }

    private static boolean isOnChangeOf(String property, Trigger trigger) {
        return !(trigger instanceof Trigger.OfProperties changes)
                || changes.properties().stream().anyMatch(one -> one.name().equals(property));
    }

    /**
     * True where an order-free event may set the property late: then all who set it leave their position, so that the
     * latest wins whoever it was.
     */
    boolean stamps(Property<?> property) {
        return stamped.contains(property.name());
    }

    /** Properties whose changes are recorded and told: those that a rule subscribes to or announces. */
    Set<String> toldProperties() {
        return toldProperties;
    }

    /** True where an event of this type may change a property whose changes are told. */
    boolean tellsChangesOn(String type) {
        return !toldProperties.isEmpty() && on(type).stream().flatMap(rule -> rule.effects().stream())
                .anyMatch(effect -> effect.property().filter(p -> toldProperties.contains(p.name())).isPresent());
    }

    /** Where the subject stands in rankings with this state. */
    public List<Standing> standings(String subject, State state) {
        return rankings.standings(subject, state);
    }

    /** True where an event of this type leads to the same state and follow-ups wherever it stands in the history. */
    public boolean isOrderFree(String type) {
        var known = declared.get(type);
        return known != null && orderFree.computeIfAbsent(type, t -> OrderFreedom.of(this, t));
    }
}
