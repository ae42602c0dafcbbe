package dev.cartwright.bigtable;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import com.google.protobuf.ByteString;
import dev.cartwright.runtime.Unavailable;
import java.time.Duration;

/** Asks whether the log answers. Thread-safe. */
public final class BigtablePing {

    private static final ByteString NO_ROW = ByteString.copyFromUtf8("ping");

    private final BigtableDataClient client;
    private final Duration deadline;

    public BigtablePing(BigtableDataClient client, Duration deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /** Throws {@link Unavailable} where it does not. */
    public void ping() {
        Deadline.in(deadline).require(client.readRowAsync(Tables.LOG, NO_ROW));
    }
}
