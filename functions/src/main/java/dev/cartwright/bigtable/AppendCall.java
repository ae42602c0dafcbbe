package dev.cartwright.bigtable;

import com.google.api.core.ApiFuture;
import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.BulkMutation;
import com.google.cloud.bigtable.data.v2.models.ConditionalRowMutation;
import com.google.cloud.bigtable.data.v2.models.MutateRowsException;
import com.google.cloud.bigtable.data.v2.models.Mutation;
import com.google.cloud.bigtable.data.v2.models.RowMutationEntry;
import com.google.cloud.bigtable.data.v2.models.TableId;
import dev.cartwright.runtime.EventLog.Append;
import dev.cartwright.runtime.EventLog.Appended;
import dev.cartwright.runtime.EventLog.Published;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.RowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The writes of one append: what needs no condition in one bulk a table, the others beside it, all in flight at once. */
final class AppendCall {

    private static final Appended WRITTEN = new Appended.Written();

    private final BigtableDataClient client;
    private final List<Append> appends;
    private final Appended[] answers;
    private final LogTables tables;
    private final Map<TableId, Bulk> bulks = new LinkedHashMap<>();
    private final Map<Integer, ApiFuture<Boolean>> conditional = new LinkedHashMap<>();
    private final List<Integer> taken = new ArrayList<>();

    /** What goes to one table at once: rows of these places, then marks. */
    private record Bulk(BulkMutation mutation, List<Integer> blind) {}

    AppendCall(BigtableDataClient client, LogTables tables, List<Append> appends) {
        this.client = client;
        this.tables = tables;
        this.appends = appends;
        this.answers = new Appended[appends.size()];
    }

    /** @param find reads the rows where another decision stood first */
    List<Appended> run(Collection<Published> published, Deadline deadline,
            Function<Collection<RowKey>, Map<RowKey, LogRow>> find) {
        for (int i = 0; i < appends.size(); i++) {
            add(i);
        }
        published.forEach(this::add);
        Map<Bulk, ApiFuture<Void>> calls = new LinkedHashMap<>();
        bulks.values().forEach(bulk -> calls.put(bulk, client.bulkMutateRowsAsync(bulk.mutation())));
        calls.forEach((bulk, call) -> awaitBulk(bulk.blind(), call, deadline));
        conditional.forEach((i, call) -> awaitConditional(i, call, deadline));
        adopt(find);
        return Arrays.asList(answers);
    }

    private void add(int i) {
        var append = appends.get(i);
        var key = RowKeys.of(append.key());
        if (append.conditional()) {
            conditional.put(i, client.checkAndMutateRowAsync(ConditionalRowMutation.create(table(append.key()), key)
                    .condition(LogCells.recorded())
                    .otherwise(LogCells.write(Mutation.create(), append, tables.timestamp(append.key())))));
        } else {
            var bulk = bulk(append.key());
            bulk.blind().add(i);
            bulk.mutation().add(LogCells.write(RowMutationEntry.create(key), append, tables.timestamp(append.key())));
        }
    }

    private void add(Published mark) {
        bulk(mark.key()).mutation().add(LogCells.mark(RowMutationEntry.create(RowKeys.of(mark.key())), mark,
                tables.timestamp(mark.key())));
    }

    private Bulk bulk(RowKey key) {
        return bulks.computeIfAbsent(table(key), table -> new Bulk(BulkMutation.create(table), new ArrayList<>()));
    }

    private TableId table(RowKey key) {
        return tables.of(key.subject());
    }

    private void awaitBulk(List<Integer> blind, ApiFuture<Void> call, Deadline deadline) {
        blind.forEach(i -> answers[i] = WRITTEN);
        try {
            deadline.await(call);
        } catch (MutateRowsException e) {
            e.getFailedMutations().stream().filter(failed -> failed.getIndex() < blind.size())
                    .forEach(failed -> unknown(blind.get(failed.getIndex()), failed.getError()));
        } catch (Exception e) {
            blind.forEach(i -> unknown(i, e));
        }
    }

    private void awaitConditional(int i, ApiFuture<Boolean> call, Deadline deadline) {
        try {
            boolean another = deadline.await(call);
            answers[i] = WRITTEN;
            if (another) {
                taken.add(i);
            }
        } catch (Exception e) {
            unknown(i, e);
        }
    }

    private void adopt(Function<Collection<RowKey>, Map<RowKey, LogRow>> find) {
        if (taken.isEmpty()) {
            return;
        }
        try {
            var rows = find.apply(taken.stream().map(i -> appends.get(i).key()).toList());
            taken.forEach(i -> adopt(i, rows.get(appends.get(i).key())));
        } catch (RuntimeException e) {
            taken.forEach(i -> unknown(i, e));
        }
    }

    private void adopt(int i, LogRow row) {
        if (row == null) {
            unknown(i, new IllegalStateException("the row went away"));
        } else {
            answers[i] = new Appended.Adopted(row);
        }
    }

    private void unknown(int i, Throwable cause) {
        answers[i] = new Appended.Unknown(cause);
    }
}
