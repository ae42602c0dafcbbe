package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.emitAt;
import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.InstanceEvent.InstanceLost;
import dev.cartwright.operations.RegisterEvent.ServiceRegistered;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.ServiceUpdated;
import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** The instances of a service come and go, and so do its revisions. */
@AutoService(RuleBook.class)
public final class OnServiceInstances implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-service-instances")
                        .describedAs("Remember which instances work, and when they came and went")
                        .<ServiceEvent>onAnyOf(InstanceJoined.class, InstanceLeft.class, ServiceSilent.class)
                        .then(setFromEvent(Service.ACTIVITY, (event, service) ->
                                        Activity.ofInstance(event, service)),
                                set(Service.INSTANCES, Service::instances)),
                rule("on-service-silent")
                        .describedAs("Have the instance that is missed hand over what it had counted")
                        .on(ServiceSilent.class)
                        .then(emit(InstanceLost.class, silent ->
                                new InstanceLost(silent.instance(), silent.service(), silent.since()))),
                rule("on-subjects-replayed")
                        .describedAs("Remember that many subjects were folded again, on all instances together")
                        .on(SubjectsReplayed.class)
                        .then(set(Service.ACTIVITY, Activity::replayed),
                                set(Service.REPLAY, Replay::with)),
                rule("on-instance-joined-notice-revision")
                        .describedAs("Tell of a revision that was not there before")
                        .on(InstanceJoined.class)
                        .then(emitEach(ServiceUpdated.class, (joined, service) ->
                                        Service.isNew(joined.revision(), service)
                                                ? List.of(new ServiceUpdated(joined.service(), joined.revision()))
                                                : List.of()),
                                set(Service.REVISIONS, Service::revisions)),
                rule("on-service-updated")
                        .describedAs("Remember when the service changed last, and have it registered")
                        .on(ServiceUpdated.class)
                        .then(setFromEvent(Service.UPDATED_AT, event -> Rfc3339.format(event.time())),
                                setFromEvent(Service.ACTIVITY, (event, service) -> Activity.deployed(event, service)),
                                emitAt(ServiceRegistered.class, (updated, time) -> new ServiceRegistered(Register.ALL,
                                        updated.service(), Rfc3339.format(time)))));
    }
}
