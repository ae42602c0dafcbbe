package dev.cartwright.bigtable;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.testing.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Clients of the emulator that all tests of the JVM share. */
final class SharedEmulator {

    static final Duration DEADLINE = Duration.ofSeconds(10);

    private SharedEmulator() {}

    static BigtableDataClient client() {
        var target = BigtableTarget.emulator(Servers.bigtable().address(), DEADLINE);
        Tables.ensure(target, DEADLINE);
        return client(target);
    }

    static BigtableDataClient client(BigtableTarget target) {
        try {
            return BigtableClients.data(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
