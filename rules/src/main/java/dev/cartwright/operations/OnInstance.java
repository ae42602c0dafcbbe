package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.remove;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.operations.InstanceEvent.FunctionStarted;
import dev.cartwright.operations.InstanceEvent.FunctionStopped;
import dev.cartwright.operations.InstanceEvent.InstanceLost;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/** An instance comes and goes. */
@AutoService(RuleBook.class)
public final class OnInstance implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-function-started")
                        .describedAs("Remember the instance and tell its service")
                        .on(FunctionStarted.class)
                        .then(setTo(Instance.RUNNING, true),
                                set(Instance.SERVICE, FunctionStarted::service),
                                set(Instance.REVISION, FunctionStarted::revision),
                                setFromEvent(Instance.STARTED_AT, event -> Rfc3339.format(event.time())),
                                setFromEvent(Instance.HEARD_AT, event -> Rfc3339.format(event.time())),
                                emit(InstanceJoined.class, started -> new InstanceJoined(started.service(),
                                        started.instance(), started.revision()))),
                rule("on-function-stopped")
                        .describedAs("The instance works no longer: tell its service, and what it counted last")
                        .on(FunctionStopped.class)
                        .then(setTo(Instance.RUNNING, false),
                                emitEach(RequestsCounted.class, (stopped, instance) ->
                                        Tally.of(instance).handedOver(stopped.service())),
                                remove(Instance.UNTOLD),
                                emitEach(SubjectsReplayed.class, Wave::cutShort),
                                remove(Instance.WAVE),
                                emit(InstanceLeft.class,
                                        stopped -> new InstanceLeft(stopped.service(), stopped.instance()))),
                rule("on-instance-lost")
                        .describedAs("Tell for an instance that is missed what it had counted until it was heard last")
                        .on(InstanceLost.class)
                        .then(emitEach(RequestsCounted.class, (lost, instance) ->
                                        Tally.of(instance).heard(lost.since()).handedOver(lost.service())),
                                set(Instance.UNTOLD, (lost, instance) -> Tally.of(instance).unheard(lost.since())),
                                set(Instance.RUNNING, Instance::isHeardAfter),
                                emitEach(SubjectsReplayed.class, Wave::cutShort),
                                remove(Instance.WAVE)));
    }
}
