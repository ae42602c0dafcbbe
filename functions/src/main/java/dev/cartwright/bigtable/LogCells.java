package dev.cartwright.bigtable;

import static com.google.cloud.bigtable.data.v2.models.Filters.FILTERS;

import com.fasterxml.jackson.databind.ObjectReader;
import com.google.cloud.bigtable.data.v2.models.Filters.Filter;
import com.google.cloud.bigtable.data.v2.models.MutationApi;
import com.google.cloud.bigtable.data.v2.models.Row;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.EventLog.Append;
import dev.cartwright.runtime.EventLog.Published;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of a row of the log. A failure that depended on the subject's state has a column of its own, with its own
 * mark, and counts only where no decision stands. Further columns of the family {@code outcome} (such as a recorded
 * choice) may join; readers pass over columns that they do not know.
 */
final class LogCells {

    private static final ByteString ATTRIBUTES = ByteString.copyFromUtf8("attributes");
    private static final ByteString DATA = ByteString.copyFromUtf8("data");
    private static final ByteString DECISION = ByteString.copyFromUtf8("decision");
    private static final ByteString FAILURE = ByteString.copyFromUtf8("failure");
    private static final ByteString PUBLISHED = ByteString.copyFromUtf8("published");
    private static final ByteString FAILURE_PUBLISHED = ByteString.copyFromUtf8("failure-published");
    private static final ByteString TRUE = ByteString.copyFromUtf8("1");

    private static final ObjectReader RECORDED = Json.MAPPER.readerFor(Recorded.class);

    private LogCells() {}

    /** Matches a row for which an outcome is recorded. */
    static Filter recorded() {
        return FILTERS.chain()
                .filter(FILTERS.family().exactMatch(Tables.OUTCOME))
                .filter(FILTERS.qualifier().regex("decision|failure"));
    }

    static <M extends MutationApi<M>> M write(M row, Append append, long timestamp) {
        row.setCell(Tables.EVENT, ATTRIBUTES, timestamp, EventCells.attributes(append.event()));
        if (append.event().getData() != null) {
            var data = UnsafeByteOperations.unsafeWrap(append.event().getData().toBytes());
            row.setCell(Tables.EVENT, DATA, timestamp, data);
        }
        var recorded = UnsafeByteOperations.unsafeWrap(Json.bytes(append.recorded()));
        return row.setCell(Tables.OUTCOME, append.recorded().failure() ? FAILURE : DECISION, timestamp, recorded);
    }

    static <M extends MutationApi<M>> M mark(M row, Published mark, long timestamp) {
        return row.setCell(Tables.OUTCOME, mark.failure() ? FAILURE_PUBLISHED : PUBLISHED, timestamp, TRUE);
    }

    /** Empty for a row of marks alone, as may remain where its event was erased. */
    static Optional<LogRow> read(Row row) {
        var cells = byColumn(row);
        var attributes = cells.get(ATTRIBUTES);
        boolean decided = cells.containsKey(DECISION);
        var recorded = cells.get(decided ? DECISION : FAILURE);
        if (attributes == null || recorded == null) {
            return Optional.empty();
        }
        var event = EventCells.read(attributes, cells.get(DATA));
        boolean published = cells.containsKey(decided ? PUBLISHED : FAILURE_PUBLISHED);
        return Optional.of(new LogRow(RowKeys.read(row.getKey()), event, recorded(recorded), published));
    }

    private static Map<ByteString, ByteString> byColumn(Row row) {
        Map<ByteString, ByteString> cells = new HashMap<>();
        for (var cell : row.getCells()) {
            cells.putIfAbsent(cell.getQualifier(), cell.getValue());
        }
        return cells;
    }

    private static Recorded recorded(ByteString json) {
        try {
            return RECORDED.readValue(json.newInput());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
