package dev.cartwright.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cartwright.local.servers.PubSubEmulator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On Pub/Sub, whose emulator delivers two events at a time to each function group. */
class WholeSystemOnPubSubIT extends WholeSystem {

    WholeSystemOnPubSubIT() {
        super("pubsub", 300, Duration.ofMinutes(5));
    }

    @Override
    @BeforeAll
    void open(@TempDir Path home) {
        assumeTrue(PubSubEmulator.isInstalled(), "The Cloud SDK's pubsub-emulator is not installed");
        super.open(home);
    }
}
