package dev.cartwright.bigtable;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.cloud.bigtable.data.v2.models.RowMutation;
import com.google.protobuf.ByteString;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.DeadLetters;
import dev.cartwright.runtime.NotAllPublished;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Dead letters in a Bigtable table, each announced by an event. Thread-safe. */
public final class BigtableDeadLetters implements DeadLetters {

    private static final ByteString ATTRIBUTES = ByteString.copyFromUtf8("attributes");
    private static final ByteString DATA = ByteString.copyFromUtf8("data");
    private static final ByteString REASON = ByteString.copyFromUtf8("reason");
    private static final long TIMESTAMP = 0;

    private final BigtableDataClient client;
    private final Duration deadline;
    private final Publisher publisher;

    public BigtableDeadLetters(BigtableDataClient client, Duration deadline, Publisher publisher) {
        this.client = client;
        this.deadline = deadline;
        this.publisher = publisher;
    }

    @Override
    public void keep(CloudEvent event, String reason) {
        Deadline.in(deadline).require(client.mutateRowAsync(row(event, reason)));
        try {
            publisher.publish(List.of(new Publication(DeadLetterNotice.of(event, reason), null)));
        } catch (NotAllPublished e) {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "a dead letter was not announced", e);
        }
    }

    private static RowMutation row(CloudEvent event, String reason) {
        var row = RowMutation.create(Tables.DEAD_LETTERS, key(event))
                .setCell(Tables.LETTER, ATTRIBUTES, TIMESTAMP, EventCells.attributes(event))
                .setCell(Tables.LETTER, REASON, TIMESTAMP, ByteString.copyFromUtf8(reason));
        if (event.getData() != null) {
            row.setCell(Tables.LETTER, DATA, TIMESTAMP, ByteString.copyFrom(event.getData().toBytes()));
        }
        return row;
    }

    /** A position after its hash; an event without a time stands at the beginning of time. */
    static ByteString key(CloudEvent event) {
        var time = event.getTime() == null ? Instant.EPOCH : event.getTime().toInstant();
        var position = Position.of(time, event.getId(), event.getSource().toString());
        return ByteString.copyFromUtf8(RowKeys.hash(position.key()) + '#' + position.key());
    }
}
