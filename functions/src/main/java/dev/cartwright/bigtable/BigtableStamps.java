package dev.cartwright.bigtable;

import static com.google.cloud.bigtable.data.v2.models.Filters.FILTERS;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.ConditionalRowMutation;
import com.google.cloud.bigtable.data.v2.models.Mutation;
import com.google.protobuf.ByteString;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.Stamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** First stamps in a Bigtable table, whose cells go away after a day. Thread-safe. */
public final class BigtableStamps implements Stamps {

    private static final ByteString TIME = ByteString.copyFromUtf8("time");

    private final BigtableDataClient client;
    private final Duration deadline;
    private final Clock clock;

    public BigtableStamps(BigtableDataClient client, Duration deadline, Clock clock) {
        this.client = client;
        this.deadline = deadline;
        this.clock = clock;
    }

    @Override
    public Instant firstStamp(String source, String id, Instant candidate) {
        var key = key(source, id);
        var end = Deadline.in(deadline);
        var stamp = ByteString.copyFromUtf8(candidate.toString());
        while (end.require(client.checkAndMutateRowAsync(ConditionalRowMutation.create(Tables.STAMPS, key)
                .condition(FILTERS.family().exactMatch(Tables.STAMP))
                .otherwise(Mutation.create().setCell(Tables.STAMP, TIME, clock.millis() * 1000, stamp))))) {
            var row = end.require(client.readRowAsync(Tables.STAMPS, key));
            // why: between the two calls its day may have ended.
            if (row != null) {
                return Instant.parse(row.getCells(Tables.STAMP, TIME).get(0).getValue().toStringUtf8());
            }
        }
        return candidate;
    }

    private static ByteString key(String source, String id) {
        var identity = Position.escape(id) + '#' + Position.escape(source);
        return ByteString.copyFromUtf8(RowKeys.hash(identity) + '#' + identity);
    }
}
