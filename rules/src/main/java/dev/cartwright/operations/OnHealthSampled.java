package dev.cartwright.operations;

import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.emitEachFromEvent;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.operations.ServiceEvent.SymptomCeased;
import dev.cartwright.operations.ServiceEvent.SymptomNoticed;
import dev.cartwright.operations.ServiceEvent.SymptomOver;
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import java.util.List;

/**
 * An instance tells how it does. Its service hears of turns only: samples come from one sender in their order, those of
 * all instances of a service would come late to each other all day.
 */
@AutoService(RuleBook.class)
public final class OnHealthSampled implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-health-sampled-remind")
                        .describedAs("Tell the service again, every five minutes, of symptoms that stand")
                        .on(HealthSampled.class)
                        .then(emitEachFromEvent(SymptomStands.class, (event, instance) ->
                                Instance.standing(event, instance))),
                rule("on-health-sampled-hear")
                        .describedAs("Keep the sample; tell the service of an instance that is heard of again")
                        .on(HealthSampled.class)
                        .then(emitEachFromEvent(InstanceJoined.class, (event, instance) ->
                                        Instance.onlyAfterSilence(event, instance).stream().map(sample ->
                                                new InstanceJoined(sample.service(), sample.instance(),
                                                        sample.revision())).toList()),
                                setTo(Instance.RUNNING, true),
                                set(Instance.SAMPLE, sample -> sample),
                                set(Instance.SERVICE, HealthSampled::service),
                                set(Instance.REVISION, HealthSampled::revision),
                                setFromEvent(Instance.HEARD_AT, event -> Rfc3339.format(event.time()))),
                rule("on-health-sampled-count")
                        .describedAs("Tell the service's day of requests, every five minutes")
                        .on(HealthSampled.class)
                        .then(emitEachFromEvent(RequestsCounted.class, (event, instance) ->
                                        Tally.of(instance).over(event.time()).handedOver(event.data().service())),
                                setFromEvent(Instance.UNTOLD, (event, instance) ->
                                        Tally.of(instance).plus(event.data(), event.time()))),
                rule("on-health-sampled-replay")
                        .describedAs("Tell the service when a wave of subjects that were folded again is over")
                        .on(HealthSampled.class)
                        .then(setFromEvent(Instance.WAVE, (event, instance) -> Wave.next(event, instance)),
                                emitEach(SubjectsReplayed.class, Wave::ended)),
                rule("on-health-sampled-watch")
                        .describedAs("Watch symptoms, and tell the service when one comes, ceases or is over")
                        .on(HealthSampled.class)
                        .then(setFromEvent(Instance.BUDGET, (event, instance) ->
                                        instance.get(Instance.BUDGET, Budget.UNSPENT)
                                                .after(event.data(), event.time())),
                                setFromEvent(Instance.WATCHES, (event, instance) -> Instance.watches(event, instance)),
                                emitEach(SymptomNoticed.class, (sample, instance) ->
                                        Instance.turned(instance, Watch.Phase.NOTICED).map(watch ->
                                                new SymptomNoticed(sample.service(), sample.instance(),
                                                        watch.getKey(), watch.getValue().since())).toList()),
                                emitEach(SymptomCeased.class, (sample, instance) ->
                                        Instance.turned(instance, Watch.Phase.CEASED).map(watch ->
                                                new SymptomCeased(sample.service(), sample.instance(),
                                                        watch.getKey())).toList()),
                                emitEach(SymptomOver.class, (sample, instance) ->
                                        Instance.turned(instance, Watch.Phase.OVER).map(watch ->
                                                new SymptomOver(sample.service(), sample.instance(),
                                                        watch.getKey())).toList())));
    }
}
