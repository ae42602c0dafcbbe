package dev.cartwright.bench;

import dev.cartwright.rules.Position;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.LaneSettings;
import dev.cartwright.runtime.Loaded;
import dev.cartwright.runtime.News;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Snapshot;
import dev.cartwright.runtime.SubjectStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be written for a batch of events, and nothing else: one load, one bulk of rows with the marks of the batch
 * before, one compare-and-set, one publication. For one thread.
 */
final class BareCommit {

    private static final RuleSetVersion RULES = new RuleSetVersion(1, "0".repeat(64));
    private static final SubjectStore.Registrant REGISTRANT =
            new SubjectStore.Registrant(RULES, LaneSettings.DEFAULT.pendingTimeout());

    private final EventLog log;
    private final SubjectStore store;
    private final Publisher publisher;
    private List<EventLog.Published> marks = List.of();

    BareCommit(EventLog log, SubjectStore store, Publisher publisher) {
        this.log = log;
        this.store = store;
        this.publisher = publisher;
    }

    void commit(List<Prepared> batch) {
        Map<String, List<Prepared>> bySubject = new LinkedHashMap<>();
        batch.forEach(event -> bySubject.computeIfAbsent(event.subject(), subject -> new ArrayList<>()).add(event));
        var loaded = store.load(bySubject.entrySet().stream()
                .map(subject -> new SubjectStore.Load(subject.getKey(), positions(subject.getValue()))).toList(), REGISTRANT);
        log.append(batch.stream().map(Prepared::append).toList(), marks);
        store.compareAndSet(changes(List.copyOf(bySubject.values()), loaded));
        publisher.publish(batch.stream().flatMap(event -> event.publications().stream()).toList());
        marks = batch.stream().map(event -> new EventLog.Published(event.append().key(), false)).toList();
    }

    private static List<SubjectStore.Change> changes(List<List<Prepared>> bySubject, List<Loaded> loaded) {
        List<SubjectStore.Change> changes = new ArrayList<>();
        for (int i = 0; i < loaded.size(); i++) {
            var events = bySubject.get(i);
            var last = events.get(events.size() - 1);
            var next = new Snapshot(last.after(), RULES, loaded.get(i).runId());
            changes.add(new SubjectStore.Change(last.subject(), loaded.get(i).token(), next, positions(events), false,
                    News.NONE));
        }
        return changes;
    }

    private static List<Position> positions(List<Prepared> events) {
        return events.stream().map(Prepared::position).toList();
    }
}
