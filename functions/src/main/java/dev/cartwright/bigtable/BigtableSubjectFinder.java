package dev.cartwright.bigtable;

import static com.google.cloud.bigtable.data.v2.models.Filters.FILTERS;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.Filters.Filter;
import com.google.cloud.bigtable.data.v2.models.Query;
import dev.cartwright.runtime.RowKey;
import dev.cartwright.runtime.SubjectFinder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds subjects by the keys of their rows, a page of keys at a time. What is left of a subject at the end of a page is
 * skipped: so of short histories every key is read, which costs less than a call for each, and of a long one a page.
 * Thread-safe.
 */
public final class BigtableSubjectFinder implements SubjectFinder {

    private static final int PAGE = 1_000;
    private static final Filter KEYS_ALONE =
            FILTERS.chain().filter(FILTERS.limit().cellsPerRow(1)).filter(FILTERS.value().strip());

    private final BigtableDataClient client;
    private final Duration deadline;
    private final int page;

    public BigtableSubjectFinder(BigtableDataClient client, Duration deadline) {
        this(client, deadline, PAGE);
    }

    /** @param page how many keys are read by a call at the most */
    BigtableSubjectFinder(BigtableDataClient client, Duration deadline, int page) {
        this.client = client;
        this.deadline = deadline;
        this.page = page;
    }

    @Override
    public Found find(String kind, Instant since, String from) {
        // why one call for all hashes: a search in a small log is done at once.
        var query = Query.create(Tables.LOG).filter(KEYS_ALONE).limit(page);
        RowKeys.ofKind(kind, from).forEach(query::range);
        var rows = Deadline.in(deadline).require(client.readRowsCallable().all().futureCall(query));
        List<String> found = new ArrayList<>();
        RowKey last = null;
        boolean isFound = false;
        for (var row : rows) {
            var key = RowKeys.read(row.getKey());
            isFound &= last != null && last.subject().equals(key.subject());
            if (!isFound && !key.position().time().isBefore(since)) {
                found.add(key.subject());
                isFound = true;
            }
            last = key;
        }
        return new Found(found, rows.size() < page ? Optional.empty() : Optional.of(next(last, isFound, since)));
    }

    private static String next(RowKey last, boolean isFound, Instant since) {
        return (isFound ? RowKeys.behind(last.subject()) : RowKeys.since(last.subject(), since)).toStringUtf8();
    }
}
