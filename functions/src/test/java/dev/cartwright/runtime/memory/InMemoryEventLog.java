package dev.cartwright.runtime.memory;

import dev.cartwright.rules.Position;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.Recorded;
import dev.cartwright.runtime.RowKey;
import io.cloudevents.CloudEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An event log in memory, with the semantics of the real one. */
public final class InMemoryEventLog implements EventLog {

    private record Cells(CloudEvent event, Recorded decision, Recorded failure, boolean decisionPublished,
            boolean failurePublished) {

        LogRow row(RowKey key) {
            return decision != null ? new LogRow(key, event, decision, decisionPublished)
                    : new LogRow(key, event, failure, failurePublished);
        }

        Cells with(CloudEvent sent, Recorded recorded) {
            return recorded.failure() ? new Cells(sent, decision, recorded, decisionPublished, failurePublished)
                    : new Cells(sent, recorded, failure, decisionPublished, failurePublished);
        }

        Cells with(Published mark) {
            return new Cells(event, decision, failure, decisionPublished || !mark.failure(),
                    failurePublished || mark.failure());
        }
    }

    private final Map<String, NavigableMap<Position, Cells>> subjects = new TreeMap<>();

    @Override
    public synchronized List<Appended> append(List<Append> appends, Collection<Published> published) {
        for (var mark : published) {
            rows(mark.key().subject()).computeIfPresent(mark.key().position(), (position, cells) -> cells.with(mark));
        }
        return appends.stream().map(this::append).toList();
    }

    private Appended append(Append append) {
        var rows = rows(append.key().subject());
        var standing = rows.get(append.key().position());
        if (append.conditional() && standing != null) {
            return new Appended.Adopted(standing.row(append.key()));
        }
        var cells = standing == null ? new Cells(append.event(), null, null, false, false) : standing;
        rows.put(append.key().position(), cells.with(append.event(), append.recorded()));
        return new Appended.Written();
    }

    @Override
    public synchronized Map<RowKey, LogRow> find(Collection<RowKey> keys) {
        Map<RowKey, LogRow> found = new HashMap<>();
        for (var key : keys) {
            var cells = rows(key.subject()).get(key.position());
            if (cells != null) {
                found.put(key, cells.row(key));
            }
        }
        return found;
    }

    @Override
    public void scan(Collection<String> names, Consumer<LogRow> rows) {
        for (var subject : names) {
            copy(subject).forEach((position, cells) -> rows.accept(cells.row(new RowKey(subject, position))));
        }
    }

    @Override
    public List<LogRow> newest(String subject, Position before, int limit) {
        var rows = copy(subject);
        var older = before == null ? rows : rows.headMap(before, false);
        return older.descendingMap().entrySet().stream().limit(limit)
                .map(entry -> entry.getValue().row(new RowKey(subject, entry.getKey()))).toList();
    }

    /** Failures that stand beside a decision or alone. */
    public synchronized Map<RowKey, Recorded> failures() {
        Map<RowKey, Recorded> failures = new HashMap<>();
        subjects.forEach((subject, rows) -> rows.forEach((position, cells) -> {
            if (cells.failure() != null) {
                failures.put(new RowKey(subject, position), cells.failure());
            }
        }));
        return failures;
    }

    /** The subjects that have events. */
    public synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    private synchronized NavigableMap<Position, Cells> copy(String subject) {
        return new TreeMap<>(rows(subject));
    }

    private NavigableMap<Position, Cells> rows(String subject) {
        return subjects.computeIfAbsent(subject, name -> new TreeMap<>());
    }
}
