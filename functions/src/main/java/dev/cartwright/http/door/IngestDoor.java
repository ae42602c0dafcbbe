package dev.cartwright.http.door;

import dev.cartwright.http.door.CheckedEvents.Checked;
import dev.cartwright.http.event.Door;
import dev.cartwright.http.event.Received;
import dev.cartwright.http.identity.Access;
import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.limit.RateLimit;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problems;
import dev.cartwright.runtime.StructuredEvent;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.OutcomeFeed;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Trace;
import io.cloudevents.CloudEvent;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /events}: takes events from front ends, and answers when the broker has them for good. */
@Singleton
final class IngestDoor {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final int TAKEN = 202;
    private static final int DONE = 200;

    /** Tells the sender what the event is called that was made of its request. */
    record Receipt(String id, String source, String subject, String time) {

        static Receipt of(CloudEvent event) {
            return new Receipt(event.getId(), event.getSource().toString(), event.getSubject(),
                    Position.format(event.getTime().toInstant()));
        }
    }

    private final CheckedEvents events;
    private final IngestQueue queue;
    private final OutcomeFeed outcomes;
    private final RuleSet rules;
    private final RateLimit limits;
    private final Access access;

    IngestDoor(CheckedEvents events, IngestQueue queue, OutcomeFeed outcomes, RuleSet rules, RateLimit limits,
            Access access) {
        this.events = events;
        this.queue = queue;
        this.outcomes = outcomes;
        this.rules = rules;
        this.limits = limits;
        this.access = access;
    }

    void handle(RoutingContext request) {
        var span = RequestSpan.named("/events");
        RequestSpan.begins(request, span);
        var sent = events.read(request, Door.INGEST);
        // Before they are checked: that may cost a call to a store for each of them.
        if (limits.allowsMore(request, sent.events().size() - 1)) {
            events.check(request, sent, Door.INGEST, checked -> take(request, checked, span));
        }
    }

    private void take(RoutingContext request, Checked checked, SpanContext span) {
        if (!checked.batch() && !checked.only().isAccepted()) {
            Answers.problem(request, checked.only().problem());
            return;
        }
        var wait = checked.batch() ? Optional.<WaitPreference>empty()
                : WaitPreference.of(request.request().headers());
        wait.ifPresentOrElse(asked -> publishAndWait(request, checked, span, asked), () ->
                publish(checked, span).onSuccess(done -> answer(request, checked))
                        .onFailure(failure -> fail(request, checked, failure)));
    }

    private Future<Void> publish(Checked checked, SpanContext span) {
        var hop = Trace.written(span);
        var publications = checked.accepted().stream().map(event -> publication(event, hop)).toList();
        return publications.isEmpty() ? Future.succeededFuture()
                : Future.fromCompletionStage(queue.publish(publications));
    }

    private void publishAndWait(RoutingContext request, Checked checked, SpanContext span, WaitPreference wait) {
        var cause = checked.only().incoming().cloudEvent();
        var awaited = outcomes.first(cause.getId(), wait.duration());
        Future.fromCompletionStage(awaited.following())
                .compose(following -> publish(checked, span))
                .compose(published -> Future.fromCompletionStage(awaited.first()))
                // Of an event of another sender that has the same id, only what is for everybody is told.
                .map(outcome -> outcome.filter(event -> access.mayRead(Caller.of(request), event.getSubject())))
                .onSuccess(outcome -> outcome.ifPresentOrElse(event -> answer(request, wait, cause, event),
                        () -> answer(request, checked)))
                .onFailure(failure -> fail(request, checked, failure));
    }

    /** What of a batch was not published is told for each event; the others are taken. */
    private static void fail(RoutingContext request, Checked checked, Throwable failure) {
        if (!(failure instanceof NotAllPublished some)) {
            request.fail(failure);
        } else if (checked.batch()) {
            Map<Received, RuntimeException> failures = new IdentityHashMap<>();
            some.failures().forEach((place, why) -> failures.put(checked.accepted().get(place), why));
            answer(request, checked, failures);
        } else {
            request.fail(some.getCause());
        }
    }

    private static void answer(RoutingContext request, WaitPreference wait, CloudEvent cause, CloudEvent outcome) {
        request.response().putHeader("location", SubjectPath.of(cause.getSubject()))
                .putHeader("preference-applied", wait.applied());
        Answers.send(request, DONE, STRUCTURED, Json.bytes(StructuredEvent.of(outcome)));
    }

    private Publication publication(Received event, String hop) {
        var cloudEvent = event.incoming().cloudEvent();
        return new Publication(cloudEvent,
                rules.catalog().groupOf(Subjects.kind(cloudEvent.getSubject())).orElse(EventCatalog.UNHANDLED), hop);
    }

    private static void answer(RoutingContext request, Checked checked) {
        if (checked.batch()) {
            answer(request, checked, Map.of());
            return;
        }
        var event = checked.only().incoming().cloudEvent();
        request.response().putHeader("location", SubjectPath.of(event.getSubject()));
        Answers.json(request, TAKEN, Receipt.of(event));
    }

    private static void answer(RoutingContext request, Checked checked, Map<Received, RuntimeException> failures) {
        BatchAnswer.send(request, TAKEN, checked.events().stream().map(event -> {
            var problem = failures.containsKey(event) ? Problems.of(failures.get(event)) : event.problem();
            return problem == null ? BatchAnswer.Item.good(event, TAKEN) : BatchAnswer.Item.bad(event, problem);
        }).toList());
    }
}
