package dev.cartwright.http.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.StructuredEvent;
import java.util.List;

/**
 * A part of a subject's history, newest first.
 *
 * @param next cursor of the page after this one; null on the last
 */
public record HistoryPage(List<? extends JsonNode> events, String next) {

    /** Of one row more than the page holds, where there are that many. */
    static HistoryPage of(List<LogRow> rows, int limit) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? Cursor.of(shown.get(limit - 1).key().position()) : null;
        return new HistoryPage(shown.stream().map(row -> StructuredEvent.of(row.event())).toList(), next);
    }
}
