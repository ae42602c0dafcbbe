package dev.cartwright.runtime.simulation;

import dev.cartwright.rules.Event;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.RowKey;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.SubjectStore;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of a history, whatever went wrong in it. */
final class Audit {

    private final World world;
    private final LiveWatcher watcher = new LiveWatcher();
    private final List<String> violations = new ArrayList<>();

    Audit(World world) {
        this.world = world;
        world.store.watch(watcher);
    }

    List<String> violations() {
        watcher.violations().stream().limit(1).forEach(violations::add);
        return violations;
    }

    /** Acknowledged: in the log, and all that was recorded is published. */
    void acknowledged(CloudEvent event) {
        var key = new RowKey(event.getSubject(),
                Position.of(event.getTime().toInstant(), event.getId(), event.getSource().toString()));
        var row = world.log.find(List.of(key)).get(key);
        if (row == null) {
            violations.add("acknowledged but not in the log: " + key);
            return;
        }
        var out = world.broker.published().stream().map(publication -> publication.event().getId())
                .collect(Collectors.toSet());
        row.recorded().followUps().stream().filter(followUp -> !out.contains(followUp.id()))
                .forEach(followUp -> violations.add("acknowledged but not published: " + followUp));
    }

    /** Run as the last task, in calm weather. */
    void inspect() {
        world.calls.calm();
        world.simulator.pause(Duration.ofSeconds(30));
        for (var subject : world.log.subjects()) {
            inspect(subject);
        }
        inspectFollowUps();
    }

    private void inspect(String subject) {
        var rows = rows(subject);
        List<Event<?>> events = new ArrayList<>();
        rows.forEach(row -> events.add(world.events.read(row.event())));
        var cold = world.engine.fold(events);
        var warm = new SubjectReader(world.runtime(World.RULES)).current(subject).orElse(State.EMPTY);
        if (!cold.equals(warm)) {
            violations.add(subject + ": the log folds to " + cold + " but the state is " + warm);
        }
        if (rows.stream().allMatch(LogRow::published)) {
            inspectRanking(subject, cold);
        }
        var cached = world.store.load(List.of(new SubjectStore.Load(subject, List.of())),
                new SubjectStore.Registrant(World.RULES, Duration.ZERO)).get(0).snapshot();
        if (!rows.isEmpty() && !cached.map(snapshot -> snapshot.state().equals(cold)).orElse(false)) {
            violations.add(subject + ": the log folds to " + cold + " but the cache has " + cached);
        }
    }

    /** What was acknowledged stands in the rankings; whoever gave up before may have left it out. */
    private void inspectRanking(String subject, State state) {
        Map<String, Long> ranked = new HashMap<>();
        world.rankings.read(SimEvent.RANKING, List.of(SimEvent.PLACE), World.RULES).get(0).scores().stream()
                .filter(score -> score.source().equals(subject)).forEach(score -> ranked.put(score.name(), score.score()));
        if (!ranked.equals(state.get(SimEvent.WORDS).orElse(Map.of()))) {
            violations.add(subject + ": ranked are " + ranked + " but the state is " + state);
        }
    }

    private List<LogRow> rows(String subject) {
        List<LogRow> rows = new ArrayList<>();
        world.log.scan(List.of(subject), rows::add);
        return rows;
    }

    /** Every follow-up id has one content: the row's. */
    private void inspectFollowUps() {
        Map<String, CloudEvent> recorded = new HashMap<>();
        for (var subject : world.log.subjects()) {
            for (var row : rows(subject)) {
                var cause = world.events.read(row.event());
                var failure = world.log.failures().get(row.key());
                Stream.of(row.recorded(), failure == null ? row.recorded() : failure)
                        .flatMap(decision -> decision.followUps().stream())
                        .forEach(followUp -> recorded.put(followUp.id(), world.events.followUp(cause, followUp)));
            }
        }
        for (Publisher.Publication publication : world.broker.published()) {
            // When it went out is the publisher's to tell.
            var event = CloudEventBuilder.v1(publication.event()).withoutExtension(Extensions.RECORDED_TIME).build();
            if (!event.equals(recorded.get(event.getId()))) {
                violations.add("published " + event + " but recorded " + recorded.get(event.getId()));
            }
        }
    }
}
