package dev.cartwright.bigtable;

import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.rpc.ApiCallContext;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.Query;
import com.google.cloud.bigtable.data.v2.models.Row;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.RowKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The event log in Bigtable, one row an event, in the table of its subject. Thread-safe. */
public final class BigtableEventLog implements EventLog {

    /** A request that names more keys or ranges than this is sent in parts. */
    private static final int KEYS_AT_ONCE = 200;

    /** Goes on after a loss of the connection, but never waits for one row twice. */
    private static final ApiCallContext SCAN =
            GrpcCallContext.createDefault().withRetryableCodes(Set.of(StatusCode.Code.UNAVAILABLE));

    private final BigtableDataClient client;
    private final Duration deadline;
    private final LogTables tables;

    /** @param sampled kinds of subjects whose histories go back some days only */
    public BigtableEventLog(BigtableDataClient client, Duration deadline, Set<String> sampled) {
        this.client = client;
        this.deadline = deadline;
        this.tables = new LogTables(sampled);
    }

    @Override
    public List<Appended> append(List<Append> appends, Collection<Published> published) {
        var end = Deadline.in(deadline);
        return new AppendCall(client, tables, appends).run(published, end, keys -> find(keys, end));
    }

    @Override
    public Map<RowKey, LogRow> find(Collection<RowKey> keys) {
        return find(keys, Deadline.in(deadline));
    }

    private Map<RowKey, LogRow> find(Collection<RowKey> keys, Deadline end) {
        Map<RowKey, LogRow> found = new HashMap<>();
        tables.byTable(keys, RowKey::subject).forEach((table, own) -> parts(own).forEach(part -> {
            var query = Query.create(table);
            part.forEach(key -> query.rowKey(RowKeys.of(key)));
            read(query, end).forEach(row -> found.put(row.key(), row));
        }));
        return found;
    }

    @Override
    public List<LogRow> newest(String subject, Position before, int limit) {
        var query = Query.create(tables.of(subject)).range(RowKeys.before(subject, before)).reversed(true).limit(limit);
        return read(query, Deadline.in(deadline));
    }

    private List<LogRow> read(Query query, Deadline end) {
        return end.require(client.readRowsCallable().all().futureCall(query)).stream()
                .map(LogCells::read).flatMap(Optional::stream).toList();
    }

    @Override
    public void scan(Collection<String> subjects, Consumer<LogRow> rows) {
        tables.byTable(subjects, Function.identity()).forEach((table, own) -> parts(own).forEach(part -> {
            var query = Query.create(table);
            part.forEach(subject -> query.prefix(RowKeys.prefix(subject)));
            stream(query, row -> LogCells.read(row).ifPresent(rows));
        }));
    }

    private void stream(Query query, Consumer<Row> rows) {
        var stream = client.readRowsCallable().call(query, SCAN);
        var iterator = stream.iterator();
        boolean complete = false;
        try {
            while (hasNext(iterator)) {
                rows.accept(iterator.next());
            }
            complete = true;
        } finally {
            if (!complete) {
                stream.cancel();
            }
        }
    }

    private static boolean hasNext(Iterator<Row> rows) {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            throw Deadline.away(e);
        }
    }

    private static <T> List<List<T>> parts(Set<T> all) {
        var distinct = new ArrayList<>(all);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += KEYS_AT_ONCE) {
            parts.add(distinct.subList(from, Math.min(from + KEYS_AT_ONCE, distinct.size())));
        }
        return parts;
    }
}
