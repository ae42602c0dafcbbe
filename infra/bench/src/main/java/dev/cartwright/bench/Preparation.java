package dev.cartwright.bench;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.State;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Recorded;
import dev.cartwright.runtime.RowKey;
import dev.cartwright.shop.Shop;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides events with the shop's rules, so that others can write what the rules led to without running them. */
final class Preparation {

    private static final int MAX_HOPS = 32;
    private static final OffsetDateTime RECORDED = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);

    private final RuleSet rules = Shop.rules();
    private final Engine engine = new Engine(rules, MAX_HOPS);
    private final Events events = new Events(rules.catalog());
    private final Map<String, State> states = new HashMap<>();
    private final List<Prepared> prepared = new ArrayList<>();

    /** The events of the file alone. */
    static List<Prepared> ofEvents(List<CloudEvent> events) {
        var preparation = new Preparation();
        events.forEach(preparation::decide);
        return preparation.prepared;
    }

    /** Each event, and after it those that it causes and that are delivered; at most {@code limit}. */
    static List<Prepared> withFollowUps(List<CloudEvent> events, int limit) {
        var preparation = new Preparation();
        for (var event : events) {
            if (preparation.prepared.size() >= limit) {
                break;
            }
            preparation.decideAll(event);
        }
        return preparation.prepared;
    }

    private void decideAll(CloudEvent event) {
        for (var publication : decide(event).publications()) {
            if (publication.group() != null) {
                decideAll(CloudEventBuilder.v1(publication.event())
                        .withExtension(Extensions.RECORDED_TIME, RECORDED).build());
            }
        }
    }

    private Prepared decide(CloudEvent sent) {
        var cloudEvent = sent.getDataSchema() != null ? sent
                : CloudEventBuilder.v1(sent).withDataSchema(URI.create("/schemas/" + sent.getType())).build();
        var event = events.read(cloudEvent);
        var decision = engine.decide(states.getOrDefault(event.subject(), State.EMPTY), event);
        states.put(event.subject(), decision.state());
        var append = new EventLog.Append(new RowKey(event.subject(), event.position()), cloudEvent,
                recorded(decision), decision.readState());
        var one = new Prepared(append, decision.state(), publications(event, decision));
        prepared.add(one);
        return one;
    }

    private static Recorded recorded(Decision decision) {
        return new Recorded(decision.outcome(), false, decision.reason(), decision.firedRules(), decision.followUps());
    }

    private List<Publication> publications(Event<?> event, Decision decision) {
        return decision.followUps().stream()
                .map(followUp -> new Publication(events.followUp(event, followUp), group(followUp))).toList();
    }

    private String group(FollowUp followUp) {
        return rules.subscribesTo(followUp) ? rules.catalog().groupOf(Subjects.kind(followUp.subject())).orElse(null)
                : null;
    }
}
