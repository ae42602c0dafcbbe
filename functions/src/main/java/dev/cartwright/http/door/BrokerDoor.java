package dev.cartwright.http.door;

import dev.cartwright.http.door.CheckedEvents.Checked;
import dev.cartwright.http.event.Door;
import dev.cartwright.http.event.Received;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problems;
import dev.cartwright.rules.GroupFilter;
import dev.cartwright.runtime.Extensions;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /}: one event goes on to its Funqy function, in binary form; the events of a batch go to the lanes from
 * here, since Funqy reads no batches.
 */
@Singleton
final class BrokerDoor {

    private static final int DONE = 204;

    private final CheckedEvents events;
    private final Processing processing;
    private final Morgue morgue;
    private final OtherGroups others;
    private final ReplyDoor withReply;

    BrokerDoor(CheckedEvents events, Processing processing, Morgue morgue, OtherGroups others,
            ReplyDoor withReply) {
        this.events = events;
        this.processing = processing;
        this.morgue = morgue;
        this.others = others;
        this.withReply = withReply;
    }

    void handle(RoutingContext request) {
        var span = RequestSpan.named("/");
        PubSubPush.unwrap(request);
        if (others.own(request.request().headers(), request.request().getParam(GroupFilter.ATTRIBUTE))) {
            Answers.empty(request, DONE);
            return;
        }
        events.check(request, events.read(request, Door.BROKER), Door.BROKER, checked -> {
            if (checked.batch()) {
                batch(request, checked, span);
            } else {
                single(request, checked.only(), span);
            }
        });
    }

    private void single(RoutingContext request, Received event, SpanContext span) {
        if (event.isAccepted() && withReply.isFor(request)) {
            withReply.handle(request, event.incoming(), span);
        } else if (event.isAccepted()) {
            BinaryForm.give(request, event.incoming());
            request.next();
        } else if (Brokers.sent(request.request().headers())) {
            morgue.keep(event).onSuccess(kept -> Answers.empty(request, DONE)).onFailure(request::fail);
        } else {
            Answers.problem(request, event.problem());
        }
    }

    private void batch(RoutingContext request, Checked checked, SpanContext span) {
        boolean fromBroker = Brokers.sent(request.request().headers());
        List<Future<BatchAnswer.Item>> items = new ArrayList<>();
        // All are under way at once; one lane takes those of one subject in the order in which they are submitted.
        var carriers = RequestSpan.ofEach(request, span, checked.events().size()).iterator();
        for (var event : checked.events()) {
            items.add(outcome(event, fromBroker, carriers.next()));
        }
        Future.join(items).onComplete(all ->
                BatchAnswer.send(request, DONE, items.stream().map(Future::result).toList()));
    }

    /** Never fails. */
    private Future<BatchAnswer.Item> outcome(Received event, boolean fromBroker, SpanContext carrier) {
        if (!event.isAccepted() && !fromBroker) {
            return Future.succeededFuture(BatchAnswer.Item.bad(event, event.problem()));
        }
        var processed = event.isAccepted()
                ? Future.fromCompletionStage(processing.submit(event.incoming(), carrier)) : morgue.keep(event);
        return processed.map(outcome -> BatchAnswer.Item.good(event, DONE))
                .otherwise(failure -> BatchAnswer.Item.bad(event,
                        Problems.of(failure, event.sent().text(Extensions.TRACEPARENT))));
    }
}
