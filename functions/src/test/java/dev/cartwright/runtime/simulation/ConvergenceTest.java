package dev.cartwright.runtime.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The promise: whatever the order, the duplicates, the crashes and the number of instances. */
class ConvergenceTest {

    private static final int HISTORIES = Integer.getInteger("cartwright.histories", 2000);
    private static final long FIRST_SEED = Long.getLong("cartwright.seed", 1);

    @Test
    void everyHistoryConverges() {
        LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES).forEach(seed ->
                assertThat(History.run(seed, Faults.MANY, Weakening.NONE))
                        .as("seed %d (again: -Dcartwright.seed=%d -Dcartwright.histories=1)", seed, seed).isEmpty());
    }

    @Test
    void historiesWithoutFaultsConverge() {
        LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES / 10).forEach(seed ->
                assertThat(History.run(seed, Faults.NONE, Weakening.NONE)).as("seed %d", seed).isEmpty());
    }
}
