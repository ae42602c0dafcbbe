package dev.cartwright.operations;

import static dev.cartwright.rules.Conditions.not;
import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Effects.emitEachFromEvent;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.operations.AlertEvent.AlertStands;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** An alert is raised or cleared: the later of the two holds. Whoever is outside is told of each. */
@AutoService(RuleBook.class)
public final class OnAlert implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-alert-raised-notify")
                        .describedAs("Tell of an alert that did not stand before")
                        .on(AlertRaised.class)
                        .when(not(property(Alert.RAISED).is(true)))
                        .then(setFromEvent(Alert.RAISED_AT, event -> Rfc3339.format(event.time())),
                                setFromEvent(Alert.TOLD_AT, event -> Rfc3339.format(event.time())),
                                emitEachFromEvent(AlertNotice.class, (event, alert) -> List.of(Alert.raised(event)))),
                rule("on-alert-raised")
                        .describedAs("Keep what somebody should be told of")
                        .on(AlertRaised.class)
                        .then(setTo(Alert.RAISED, true),
                                set(Alert.SERVICE, AlertRaised::service),
                                set(Alert.SEVERITY, AlertRaised::severity),
                                set(Alert.SINCE, AlertRaised::since),
                                set(Alert.SUMMARY, AlertRaised::summary),
                                set(Alert.RUNBOOK, AlertRaised::runbook)),
                rule("on-alert-stands")
                        .describedAs("Remind of what stands, once for all instances that show it")
                        .on(AlertStands.class)
                        .when(property(Alert.RAISED).is(true))
                        .then(emitEachFromEvent(AlertNotice.class, (event, alert) -> Alert.reminder(event, alert)),
                                setFromEvent(Alert.TOLD_AT, (event, alert) -> Alert.toldAt(event, alert))),
                rule("on-alert-cleared-notify")
                        .describedAs("Tell that it stands no longer, also where it is not known yet that it stood")
                        .on(AlertCleared.class)
                        .when(not(property(Alert.RAISED).is(false)))
                        .then(emitEachFromEvent(AlertNotice.class,
                                (event, alert) -> List.of(Alert.notice(event, alert, NoticeEvent.CLEARED)))),
                rule("on-alert-cleared")
                        .describedAs("Nobody need look any more")
                        .on(AlertCleared.class)
                        .then(setTo(Alert.RAISED, false),
                                setFromEvent(Alert.CLEARED_AT, event -> Rfc3339.format(event.time()))));
    }
}
