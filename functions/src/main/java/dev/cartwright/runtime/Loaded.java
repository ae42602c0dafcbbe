package dev.cartwright.runtime;

import dev.cartwright.rules.Position;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A subject as the cache has it.
 *
 * @param token changes with every compare-and-set
 * @param snapshot empty for a placeholder
 * @param runId the run of the server that answers
 * @param pending positions that were registered before this load
 * @param watched true where live watchers want messages; where there are none, nobody needs to make them
 */
public record Loaded(String token, Optional<Snapshot> snapshot, String runId, Map<Position, Mark> pending,
        boolean watched) {

    /**
     * A position that someone is about to write.
     *
     * @param age since it was registered last
     * @param rules those of whoever registered it
     */
    public record Mark(Duration age, RuleSetVersion rules) {}
}
