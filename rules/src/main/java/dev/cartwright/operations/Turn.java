package dev.cartwright.operations;

import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.operations.IncidentEvent.IncidentOpened;
import dev.cartwright.operations.IncidentEvent.IncidentResolved;
import dev.cartwright.operations.IncidentEvent.IncidentUpdated;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.SymptomCeased;
import dev.cartwright.operations.ServiceEvent.SymptomDismissed;
import dev.cartwright.operations.ServiceEvent.SymptomNoticed;
import dev.cartwright.operations.ServiceEvent.SymptomOver;
import dev.cartwright.operations.Watch.Phase;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What one event makes of the troubles of a service: what is told of it, and which troubles are left. */
final class Turn {

    private final String service;
    private final Instant time;
    private final int instances;
    private final Map<String, Trouble> troubles;
    private final List<Object> news = new ArrayList<>();

    private Turn(String name, Instant time, Subject service) {
        this.service = name;
        this.time = time;
        this.instances = service.get(Service.INSTANCES, Map.of()).size();
        this.troubles = new TreeMap<>(service.get(Service.TROUBLES, Map.of()));
    }

    static Turn of(Event<? extends ServiceEvent> event, Subject service) {
        var turn = new Turn(event.data().service(), event.time(), service);
        turn.take(event.data(), event.data() instanceof ServiceSilent silent && Activity.isReplaced(silent, service));
        return turn;
    }

    private void take(ServiceEvent event, boolean isReplaced) {
        if (event instanceof SymptomNoticed noticed) {
            Symptom.of(noticed.symptom()).ifPresent(known -> notice(known, noticed.instance(), noticed.since()));
        } else if (event instanceof SymptomCeased ceased) {
            change(ceased.symptom(), trouble -> trouble.instances().containsKey(ceased.instance())
                    ? trouble.with(ceased.instance(), Phase.CEASED) : trouble);
        } else if (event instanceof SymptomOver over) {
            change(over.symptom(), trouble -> trouble.without(over.instance()));
        } else if (event instanceof SymptomDismissed dismissed) {
            troubles.computeIfPresent(dismissed.symptom(), (symptom, trouble) ->
                    trouble.incidentId().equals(dismissed.incidentId()) ? trouble.ended(time) : trouble);
        } else if (event instanceof InstanceLeft left) {
            leave(left.instance());
        } else if (event instanceof ServiceSilent silent) {
            leave(silent.instance());
            if (isReplaced) {
                replaced(silent);
            } else {
                notice(Symptom.SILENT, silent.instance(), silent.since());
            }
        } else if (event instanceof InstanceJoined) {
            change(Symptom.SILENT.word(), trouble -> trouble.ended(time));
        }
    }

    /** What restarts at once is back before anybody knows that it was gone: it was an incident, and it is over. */
    private void replaced(ServiceSilent silent) {
        var last = troubles.get(Symptom.SILENT.word());
        if (last == null || !last.goesOn()) {
            var trouble = begin(Symptom.SILENT, silent.instance(), silent.since(), last);
            news.add(new IncidentResolved(trouble.incidentId(), "Another instance took its place"));
            troubles.put(Symptom.SILENT.word(), trouble.ended(time));
        }
    }

    private void leave(String instance) {
        List.copyOf(troubles.keySet()).stream().filter(symptom -> !symptom.equals(Symptom.SILENT.word()))
                .forEach(symptom -> change(symptom, trouble -> trouble.without(instance)));
    }

    private void notice(Symptom symptom, String instance, String since) {
        var before = troubles.get(symptom.word());
        if (before == null || !before.goesOn()) {
            open(symptom, instance, since, before);
            return;
        }
        var after = before.with(instance, Phase.NOTICED);
        int all = all(symptom, after.noticed());
        var impact = Impact.of(symptom.severity(), after.noticed(), all);
        var state = symptom.causeIsKnown() ? IncidentEvent.IDENTIFIED : IncidentEvent.INVESTIGATING;
        if (before.noticed() == 0) {
            news.add(new IncidentUpdated(after.incidentId(), state, null, "It is back on " + instance, null));
            news.add(alert(after.incidentId(), symptom, since));
        }
        if (impact.compareTo(before.impact()) > 0) {
            after = after.ofImpact(impact);
            news.add(new IncidentUpdated(after.incidentId(), null, impact.word(),
                    after.noticed() + " of " + all + " instances show it", null));
        }
        troubles.put(symptom.word(), after);
    }

    private void open(Symptom symptom, String instance, String since, Trouble last) {
        var trouble = begin(symptom, instance, since, last);
        troubles.put(symptom.word(), trouble);
        if (symptom.causeIsKnown()) {
            news.add(new IncidentUpdated(trouble.incidentId(), IncidentEvent.IDENTIFIED, null,
                    symptom.summary() + ": " + instance, null));
        }
        news.add(alert(trouble.incidentId(), symptom, since));
    }

    private Trouble begin(Symptom symptom, String instance, String since, Trouble last) {
        var impact = Impact.of(symptom.severity(), 1, all(symptom, 1));
        var trouble = Trouble.begins(service, symptom, last == null ? 1 : last.nextAt(time), impact, instance);
        news.add(new IncidentOpened(trouble.incidentId(), service, symptom.word(), symptom.severity().word(),
                impact.word(), since, symptom.summary(), symptom.runbook()));
        return trouble;
    }

    /** Who is silent belongs to the service no longer, and yet is missing. */
    private int all(Symptom symptom, int noticed) {
        return symptom == Symptom.SILENT ? instances + noticed : instances;
    }

    private AlertRaised alert(String id, Symptom symptom, String since) {
        return new AlertRaised(id, service, symptom.severity().word(), since, symptom.summary(), symptom.runbook());
    }

    private void change(String symptom, UnaryOperator<Trouble> change) {
        var before = troubles.get(symptom);
        if (before == null || !before.goesOn()) {
            return;
        }
        var after = change.apply(before);
        if (before.noticed() > 0 && after.noticed() == 0) {
            news.add(new AlertCleared(after.incidentId()));
            if (!after.instances().isEmpty()) {
                news.add(new IncidentUpdated(after.incidentId(), IncidentEvent.MONITORING, null,
                        "No instance shows it any more", null));
            }
        }
        if (after.instances().isEmpty()) {
            news.add(new IncidentResolved(after.incidentId(), "It did not come back"));
            after = after.ended(time);
        }
        troubles.put(symptom, after);
    }

    /** Also those that are over. */
    Map<String, Trouble> troubles() {
        return troubles;
    }

    /** What is to be told, of one type. */
    <X> List<X> news(Class<X> type) {
        return news.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
