package dev.cartwright.runtime;

import dev.cartwright.rules.Event;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.Publisher.Publication;
import java.util.List;

/** What is recorded to follow from an event, as it goes out. Thread-safe. */
final class FollowUps {

    private final Events events;
    private final RuleSet rules;

    FollowUps(Runtime runtime) {
        this.events = runtime.events();
        this.rules = runtime.engine().rules();
    }

    List<Publication> of(LogRow row) {
        return of(events.read(row.event()), row.recorded(), null);
    }

    List<Publication> of(Step step) {
        return of(step.job().event(), step.recorded(), Trace.written(step.job().span.getSpanContext()));
    }

    private List<Publication> of(Event<?> cause, Recorded recorded, String traceparent) {
        return recorded.followUps().stream().map(followUp -> new Publication(
                events.followUp(cause, followUp), groupFor(followUp), traceparent)).toList();
    }

    private String groupFor(FollowUp followUp) {
        return rules.subscribesTo(followUp)
                ? rules.catalog().groupOf(Subjects.kind(followUp.subject())).orElse(null) : null;
    }
}
