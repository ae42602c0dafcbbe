package dev.cartwright.operations;

import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Conditions.subject;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.IncidentEvent.IncidentClosed;
import dev.cartwright.operations.ServiceEvent.SymptomDismissed;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** Somebody closes an incident, whatever the instances say. */
@AutoService(RuleBook.class)
public final class OnIncidentClosed implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-incident-closed-unknown")
                        .describedAs("Nobody can close what is not known")
                        .on(IncidentClosed.class)
                        .when(property(Incident.SERVICE).isAbsent())
                        .then(reject("there is no such incident: close one by the incident_id that its page shows")),
                rule("on-incident-closed")
                        .describedAs("It is over; its alert is cleared, and its service begins anew")
                        .on(IncidentClosed.class)
                        .when(subject("the incident is open", Incident::isOpen))
                        .then(setTo(Incident.STATE, IncidentEvent.RESOLVED),
                                setFromEvent(Incident.RESOLVED_AT, event -> Rfc3339.format(event.time())),
                                setFromEvent(Incident.TIMELINE, (event, incident) -> Incident.timeline(event, incident,
                                        event.data().message(), event.data().by())),
                                emit(AlertCleared.class, closed -> new AlertCleared(closed.incidentId())),
                                emit(SymptomDismissed.class, (closed, incident) -> new SymptomDismissed(
                                        incident.get(Incident.SERVICE).orElseThrow(),
                                        incident.get(Incident.SYMPTOM).orElseThrow(), closed.incidentId()))));
    }
}
