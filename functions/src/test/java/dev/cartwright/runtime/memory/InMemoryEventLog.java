package dev.cartwright.runtime.memory;

import dev.cartwright.rules.Decision;
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

    private record Cells(CloudEvent event, Recorded decision, Recorded failure, boolean published) {
        LogRow row(RowKey key) {
            var recorded = decision == null ? failure : failure == null ? decision : decision.and(failure);
            return new LogRow(key, event, recorded, published);
        }
    }

    private final Map<String, NavigableMap<Position, Cells>> subjects = new TreeMap<>();

    @Override
    public synchronized List<Appended> append(List<Append> appends, Collection<RowKey> published) {
        for (var key : published) {
            rows(key.subject()).computeIfPresent(key.position(),
                    (position, cells) -> new Cells(cells.event(), cells.decision(), cells.failure(), true));
        }
        return appends.stream().map(this::append).toList();
    }

    private Appended append(Append append) {
        var rows = rows(append.key().subject());
        var standing = rows.get(append.key().position());
        if (append.conditional() && standing != null) {
            return new Appended.Adopted(standing.row(append.key()));
        }
        boolean failed = append.conditional() && append.recorded().outcome() == Decision.Outcome.DEAD_LETTERED;
        rows.put(append.key().position(), new Cells(append.event(),
                failed ? null : append.recorded(),
                failed ? append.recorded() : standing == null ? null : standing.failure(),
                standing != null && standing.published()));
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
