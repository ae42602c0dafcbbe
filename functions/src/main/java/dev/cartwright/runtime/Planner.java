package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the deliveries of a subject whose loaded state can be trusted. Thread-safe. */
final class Planner {

    private final Engine engine;

    Planner(Engine engine) {
        this.engine = engine;
    }

    /**
     * The plan that extends the loaded state; empty where an event is late in a way that needs the history.
     *
     * @param rows those that stand at the positions at or before the watermark
     */
    Optional<Plan> extend(Work work, Map<RowKey, LogRow> rows) {
        List<Step> steps = new ArrayList<>();
        List<Position> duplicates = new ArrayList<>();
        var before = work.state();
        var state = before;
        for (var job : work.jobs()) {
            boolean late = before.covers(job.position());
            var row = rows.get(job.key);
            if (late && row != null && row.published()) {
                job.duplicates(row);
                duplicates.add(job.position());
            } else if (late && (row != null || !engine.rules().isOrderFree(job.event().type()))) {
                return Optional.empty();
            } else {
                var decision = engine.decide(state, job.event());
                steps.add(Step.decided(job, decision, late));
                state = decision.state();
            }
        }
        return Optional.of(new Plan(work, before, steps, false, duplicates, List.of(),
                new Extended(work.subject, before)));
    }
}
