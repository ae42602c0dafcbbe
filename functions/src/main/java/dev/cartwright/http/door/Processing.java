package dev.cartwright.http.door;

import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.Lanes;
import dev.cartwright.runtime.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Hands events to the lanes, and counts those that are only kept since their type triggers no function. */
@Singleton
final class Processing {

    private final Lanes lanes;
    private final Counter unhandled;
    private final Set<String> triggers = Triggers.ofFunctions();

    Processing(Lanes lanes, MeterRegistry meters) {
        this.lanes = lanes;
        this.unhandled = meters.counter("cartwright.events.unhandled");
    }

    CompletionStage<Outcome> submit(Incoming incoming) {
        var done = lanes.submit(incoming);
        return triggers.contains(incoming.event().type()) ? done : done.whenComplete((outcome, failure) -> {
            if (outcome == Outcome.APPLIED) {
                unhandled.increment();
            }
        });
    }
}
