package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import dev.cartwright.rules.SystemEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
        CloudEvent correction = null;
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
                correction = late ? correction(work.subject, before, state, job) : correction;
            }
        }
        return Optional.of(new Plan(work, before, steps, false, duplicates, List.of(), correction));
    }

    /** Tells live watchers what a late event changed in the present state; null where nothing. */
    static CloudEvent correction(String subject, State before, State after, Job cause) {
        var changes = Engine.differences(before, after);
        if (changes.isEmpty()) {
            return null;
        }
        var event = cause.event();
        var identity = event.position().key() + '\n' + after.version();
        return CloudEventBuilder.v1()
                .withId(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString())
                .withSource(URI.create("/cartwright/" + event.kind()))
                .withType(SystemEvent.CORRECTED)
                .withSubject(subject)
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.bytes(Map.of("changes", changes)))
                .withExtension(Extensions.CORRELATION_ID, event.correlationId())
                .withExtension(Extensions.CAUSATION_ID, event.id())
                .build();
    }
}
