package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** An alert is raised or cleared: the later of the two holds. */
@AutoService(RuleBook.class)
public final class OnAlert implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-alert-raised")
                        .describedAs("Keep what somebody should be told of")
                        .on(AlertRaised.class)
                        .then(setTo(Alert.RAISED, true),
                                set(Alert.SERVICE, AlertRaised::service),
                                set(Alert.SEVERITY, AlertRaised::severity),
                                set(Alert.SINCE, AlertRaised::since),
                                set(Alert.SUMMARY, AlertRaised::summary),
                                set(Alert.RUNBOOK, AlertRaised::runbook)),
                rule("on-alert-cleared")
                        .describedAs("Nobody need look any more")
                        .on(AlertCleared.class)
                        .then(setTo(Alert.RAISED, false),
                                setFromEvent(Alert.CLEARED_AT, event -> Rfc3339.format(event.time()))));
    }
}
