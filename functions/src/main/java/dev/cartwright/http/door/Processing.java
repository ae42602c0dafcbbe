package dev.cartwright.http.door;

import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.Outcome;
import dev.cartwright.runtime.Reply;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Hands events to the lanes, and counts those that are only kept since their type triggers no function. */
@Singleton
final class Processing {

    private final Lanes lanes;
    private final LaneMeters meters;
    private final Set<String> triggers = Triggers.ofFunctions();

    Processing(Lanes lanes, LaneMeters meters) {
        this.lanes = lanes;
        this.meters = meters;
    }

    /** For a sender that takes an answer: the follow-up that is one, if any. */
    CompletionStage<Optional<Reply>> submitForReply(Incoming incoming, SpanContext carrier) {
        return lanes.submitForReply(incoming, carrier);
    }

    /** @param carrier the trace context that brought the event */
    CompletionStage<Outcome> submit(Incoming incoming, SpanContext carrier) {
        var done = lanes.submit(incoming, carrier);
        var type = incoming.event().type();
        return triggers.contains(type) ? done : done.whenComplete((outcome, failure) -> {
            if (outcome == Outcome.APPLIED) {
                meters.unhandled(type);
            }
        });
    }
}
