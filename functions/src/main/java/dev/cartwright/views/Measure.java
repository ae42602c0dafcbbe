package dev.cartwright.views;

import dev.cartwright.operations.InstanceEvent.HealthSampled;
import java.util.function.Function;

/** What is added up of samples. */
enum Measure {
    SECONDS(sample -> Math.max(1, sample.seconds())),
    EVENTS(sample -> sample.work().events()),
    REQUESTS(sample -> sample.work().requests()),
    ERRORS(sample -> sample.work().errors()),
    TOOK_MS(sample -> sample.work().meanMs() * sample.work().events()),
    P50_MS(sample -> ofEvents(sample, sample.work().p50Ms())),
    P95_MS(sample -> ofEvents(sample, sample.work().p95Ms())),
    P99_MS(sample -> ofEvents(sample, sample.work().p99Ms())),
    ANSWERED_MS(sample -> sample.work().responseMs() * sample.work().requests()),
    LANE_DEPTH(sample -> sample.work().laneDepth()),
    BYTES_IN(sample -> sample.resources().bytesIn()),
    BYTES_OUT(sample -> sample.resources().bytesOut()),
    CPU_PERCENT(sample -> sample.resources().cpuPercent()),
    MEMORY_MB(sample -> sample.resources().memoryMb()),
    REDIS_MS(sample -> sample.stores().redisMs()),
    BIGTABLE_MS(sample -> sample.stores().bigtableMs());

    private final Function<HealthSampled, Long> value;

    Measure(Function<HealthSampled, Long> value) {
        this.value = value;
    }

    /** Null where the sample does not know. */
    Long read(HealthSampled sample) {
        return value.apply(sample);
    }

    /** How long nothing took is not known. */
    private static Long ofEvents(HealthSampled sample, Long percentile) {
        return sample.work().events() > 0 ? percentile : null;
    }
}
