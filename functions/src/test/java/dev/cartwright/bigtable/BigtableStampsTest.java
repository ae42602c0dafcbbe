package dev.cartwright.bigtable;

import com.google.cloud.bigtable.data.v2.BigtableDataClient;
import dev.cartwright.runtime.Stamps;
import dev.cartwright.testing.StampsContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class BigtableStampsTest extends StampsContract {

    private static BigtableDataClient client;

    @BeforeAll
    static void connect() {
        client = SharedEmulator.client();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    protected Stamps stamps() {
        return new BigtableStamps(client, SharedEmulator.DEADLINE, Clock.systemUTC());
    }
}
