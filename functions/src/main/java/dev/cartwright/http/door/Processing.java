package dev.cartwright.http.door;

import dev.cartwright.alerts.AlertWebhooks;
import dev.cartwright.runtime.Answered;
import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.Outcome;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Hands events to the lanes, counts those that are only kept since their type triggers no function, and once they are
 * kept tells outside what is to be told: beside the lanes, which wait for nobody out there.
 */
@Singleton
final class Processing {

    private final Lanes lanes;
    private final LaneMeters meters;
    private final AlertWebhooks webhooks;
    private final Set<String> triggers = Triggers.ofFunctions();

    Processing(Lanes lanes, LaneMeters meters, AlertWebhooks webhooks) {
        this.lanes = lanes;
        this.meters = meters;
        this.webhooks = webhooks;
    }

    /** For a sender that takes an answer: the follow-up that is one, if any. */
    CompletionStage<Answered> submitForReply(Incoming incoming, SpanContext carrier) {
        return told(incoming, counted(incoming, lanes.submitForReply(incoming, carrier), Answered::outcome));
    }

    /** @param carrier the trace context that brought the event */
    CompletionStage<Outcome> submit(Incoming incoming, SpanContext carrier) {
        return told(incoming, counted(incoming, lanes.submit(incoming, carrier), Function.identity()));
    }

    /** Also of a duplicate: it comes again since somebody was not told. */
    private <T> CompletionStage<T> told(Incoming incoming, CompletionStage<T> done) {
        return done.thenCompose(result -> webhooks.tell(incoming).thenApply(told -> result));
    }

    private <T> CompletionStage<T> counted(Incoming incoming, CompletionStage<T> done, Function<T, Outcome> outcome) {
        var type = incoming.event().type();
        return triggers.contains(type) ? done : done.whenComplete((result, failure) -> {
            if (failure == null && outcome.apply(result) == Outcome.APPLIED) {
                meters.unhandled(type);
            }
        });
    }
}
