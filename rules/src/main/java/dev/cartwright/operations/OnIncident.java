package dev.cartwright.operations;

import static dev.cartwright.rules.Conditions.event;
import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Conditions.subject;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.remove;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.IncidentEvent.IncidentOpened;
import dev.cartwright.operations.IncidentEvent.IncidentResolved;
import dev.cartwright.operations.IncidentEvent.IncidentUpdated;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** An incident from its beginning to its end. */
@AutoService(RuleBook.class)
public final class OnIncident implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(opened(),
                rule("on-incident-updated-unknown")
                        .describedAs("Nobody has news of what is not known; what the rules tell may come too early")
                        .on(IncidentUpdated.class)
                        .when(event("somebody says so", event -> event.causality().hops() == 0),
                                property(Incident.SERVICE).isAbsent())
                        .then(reject("there is no such incident: update one by the incident_id that its page shows")),
                rule("on-incident-updated")
                        .describedAs("Keep what became known; what is resolved stays so")
                        .on(IncidentUpdated.class)
                        .when(subject("the incident is open", Incident::isOpen))
                        .then(set(Incident.STATE, (news, incident) -> news.state() == null
                                        ? incident.get(Incident.STATE, IncidentEvent.INVESTIGATING) : news.state()),
                                set(Incident.IMPACT, (news, incident) -> news.impact() == null
                                        ? incident.get(Incident.IMPACT).orElse(null) : news.impact()),
                                setFromEvent(Incident.TIMELINE, (event, incident) -> Incident.timeline(event, incident,
                                        event.data().message(), event.data().by()))),
                rule("on-incident-resolved")
                        .describedAs("It is over")
                        .on(IncidentResolved.class)
                        .when(subject("the incident is open", Incident::isOpen))
                        .then(setTo(Incident.STATE, IncidentEvent.RESOLVED),
                                setFromEvent(Incident.RESOLVED_AT, event -> Rfc3339.format(event.time())),
                                setFromEvent(Incident.TIMELINE, (event, incident) ->
                                        Incident.timeline(event, incident, event.data().message(), null))));
    }

    private static Rule<?> opened() {
        return rule("on-incident-opened")
                .describedAs("Keep what is wrong, since when, and how bad it is")
                .on(IncidentOpened.class)
                .then(set(Incident.SERVICE, IncidentOpened::service),
                        set(Incident.SYMPTOM, IncidentOpened::symptom),
                        set(Incident.SEVERITY, IncidentOpened::severity),
                        set(Incident.IMPACT, IncidentOpened::impact),
                        set(Incident.SINCE, (opened, incident) -> Incident.since(opened.since(), incident)),
                        set(Incident.SUMMARY, IncidentOpened::summary),
                        set(Incident.RUNBOOK, IncidentOpened::runbook),
                        set(Incident.STATE, (opened, incident) -> Incident.opened(incident)),
                        remove(Incident.RESOLVED_AT),
                        setFromEvent(Incident.TIMELINE, (event, incident) -> Incident.timeline(event, incident,
                                event.data().summary() + ", since " + event.data().since(), null)));
    }
}
