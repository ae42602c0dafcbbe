package dev.cartwright.http.door;

import dev.cartwright.rules.InvalidRules;
import dev.cartwright.rules.RuleSet;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses to start with a rule that no function would ever run. */
final class Triggers {

    void check(@Observes StartupEvent start, RuleSet rules) {
        check(rules, ofFunctions());
    }

    static void check(RuleSet rules, Set<String> triggers) {
        List<String> missing = rules.rules().stream()
                .flatMap(rule -> rules.triggerTypes(rule).stream().filter(type -> !triggers.contains(type))
                        .map(type -> "Rule '" + rule.name() + "' is on " + type + ", which triggers no function: add "
                                + function(rules, type)))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidRules(String.join(System.lineSeparator(), missing));
        }
    }

    private static String function(RuleSet rules, String type) {
        var declared = rules.catalog().find(type).orElseThrow();
        var group = declared.group() == null ? "subject" : declared.group();
        var record = declared.data().getSimpleName();
        return "@Funq(\"%s\") @CloudEventMapping(trigger = \"%s\") public Uni<Void> %s(CloudEvent<%s> event) "
                .formatted(type, type, Character.toLowerCase(record.charAt(0)) + record.substring(1), record)
                + "{ return rules.on(event); } to the functions of " + group;
    }

    /** The types that trigger a function of their own. */
    static Set<String> ofFunctions() {
        var triggers = new TreeSet<String>();
        FunctionRecorder.registry.invokers().forEach(function -> triggers.add(trigger(function)));
        return triggers;
    }

    static String trigger(FunctionInvoker function) {
        var mapping = function.getMethod().getAnnotation(CloudEventMapping.class);
        return mapping == null ? function.getName() : mapping.trigger();
    }
}
