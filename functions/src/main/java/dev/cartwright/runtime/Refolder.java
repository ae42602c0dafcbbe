package dev.cartwright.runtime;

import dev.cartwright.rules.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds subjects from their logs. Thread-safe. */
final class Refolder {

    private final Engine engine;
    private final Events events;
    private final EventLog log;
    private final RuleSetVersion version;
    private final Duration pendingTimeout;
    private final LaneMeters meters;

    Refolder(Runtime runtime) {
        this.engine = runtime.engine();
        this.events = runtime.events();
        this.log = runtime.log();
        this.version = runtime.version();
        this.pendingTimeout = runtime.settings().pendingTimeout();
        this.meters = runtime.meters();
    }

    /** One plan a subject, with its deliveries at their positions. */
    List<Plan> refold(Collection<Work> works) {
        Map<String, Replay> replays = new LinkedHashMap<>();
        for (var work : works) {
            replays.put(work.subject,
                    new Replay(engine, events, work, work.known(version).orElse(null), pendingTimeout));
        }
        log.scan(replays.keySet(), row -> replays.get(row.key().subject()).row(row));
        return new ArrayList<>(replays.values().stream().map(this::plan).toList());
    }

    private Plan plan(Replay replay) {
        var plan = replay.finish();
        if (replay.isAgain()) {
            meters.replayed();
        }
        replay.restamped().forEach(step -> meters.restamped(step.job().event().type()));
        return plan;
    }
}
