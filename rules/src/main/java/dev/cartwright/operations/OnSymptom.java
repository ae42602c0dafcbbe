package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.emitEachFromEvent;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.operations.AlertEvent.AlertStands;
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
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import dev.cartwright.rules.Effect;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;
import java.util.Set;

/** Symptoms of instances become incidents and alerts of their service. */
@AutoService(RuleBook.class)
public final class OnSymptom implements RuleBook {

    /** How much of the service is concerned depends on who belongs to it now. */
    @Override
    public Set<Class<? extends RuleBook>> after() {
        return Set.of(OnServiceInstances.class);
    }

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-symptom-stands")
                        .describedAs("Tell the alert that it stands")
                        .on(SymptomStands.class)
                        .then(emitEach(AlertStands.class, (news, service) -> Service.standing(news, service))),
                rule("on-symptom")
                        .describedAs("Open, escalate and resolve incidents; raise and clear alerts")
                        .<ServiceEvent>onAnyOf(SymptomNoticed.class, SymptomCeased.class, SymptomOver.class,
                                SymptomDismissed.class, InstanceJoined.class, InstanceLeft.class, ServiceSilent.class)
                        .then(tell(IncidentOpened.class), tell(IncidentUpdated.class), tell(IncidentResolved.class),
                                tell(AlertRaised.class), tell(AlertCleared.class),
                                setFromEvent(Service.INCIDENTS, (event, service) -> Service.incidents(event, service)),
                                setFromEvent(Service.ACTIVITY, (event, service) ->
                                        Activity.ofIncidents(event, service)),
                                setFromEvent(Service.TROUBLES, (event, service) ->
                                        Turn.of(event, service).troubles())));
    }

    private static <X> Effect<ServiceEvent> tell(Class<X> type) {
        return emitEachFromEvent(type, (event, service) -> Turn.of(event, service).news(type));
    }
}
