package dev.cartwright.bigtable;

import java.time.Duration;
import java.util.Optional;

/**
 * Which Bigtable to talk to.
 *
 * @param emulator {@code host:port} of an emulator, where one is used
 * @param deadline of every call, its retries included
 */
public record BigtableTarget(Optional<String> emulator, String project, String instance, Optional<String> appProfile,
        Duration deadline) {

    /** An emulator, where project and instance are but names. */
    public static BigtableTarget emulator(String hostAndPort, Duration deadline) {
        return new BigtableTarget(Optional.of(hostAndPort), "local", "local", Optional.empty(), deadline);
    }

    String describe() {
        return emulator.map(address -> "the Bigtable emulator at " + address)
                .orElse("Bigtable instance " + instance + " of project " + project);
    }
}
