package dev.cartwright.sre;

import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.InstanceEvent.Resources;
import dev.cartwright.operations.InstanceEvent.Stores;
import dev.cartwright.operations.InstanceEvent.Work;
import dev.cartwright.runtime.Unavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Takes samples of how this instance does; for one thread. */
public final class Sampler {

    private static final long MEGABYTE = 1 << 20;

    private final Identity identity;
    private final MeterRegistry meters;
    private final Runnable redis;
    private final Runnable bigtable;
    private Counts before;
    private RuleCounts rulesBefore;
    private long lookedAt = System.nanoTime();

    /** @param redis throws {@link Unavailable} where it does not answer in time; as Bigtable */
    public Sampler(Identity identity, MeterRegistry meters, Runnable redis, Runnable bigtable) {
        this.identity = identity;
        this.meters = meters;
        this.redis = redis;
        this.bigtable = bigtable;
        this.before = Counts.now(meters);
        this.rulesBefore = RuleCounts.now(meters);
    }

    HealthSampled sample() {
        var now = Counts.now(meters);
        var counts = now.since(before);
        before = now;
        var rules = RuleCounts.now(meters);
        var ruleWork = rules.since(rulesBefore);
        rulesBefore = rules;
        long nanos = System.nanoTime();
        long seconds = Math.max(0, Math.round((nanos - lookedAt) / 1e9));
        lookedAt = nanos;
        return new HealthSampled(identity.instance(), identity.service(), identity.revision(), seconds, work(counts),
                resources(counts), new Stores(millis(redis), millis(bigtable)), ruleWork, whole(counts.replays()));
    }

    private Work work(Counts counts) {
        return new Work(whole(counts.events()), whole(counts.deadLetters()), whole(counts.requests()),
                whole(counts.errors()), mean(counts.answeredMs(), counts.requests()),
                mean(counts.tookMs(), counts.events()), counts.percentileMs(0.5), counts.percentileMs(0.95),
                counts.percentileMs(0.99), gauge("cartwright.lane.depth", 1));
    }

    private Resources resources(Counts counts) {
        var jvm = Runtime.getRuntime();
        return new Resources(gauge("process.cpu.usage", 100), (jvm.totalMemory() - jvm.freeMemory()) / MEGABYTE,
                jvm.maxMemory() / MEGABYTE, whole(counts.bytesIn()), whole(counts.bytesOut()));
    }

    private long gauge(String name, double factor) {
        return whole(meters.find(name).gauges().stream().mapToDouble(Gauge::value).sum() * factor);
    }

    private static long mean(double sum, double count) {
        return count > 0 ? whole(sum / count) : 0;
    }

    /** Never below zero: what a gauge cannot tell is NaN, and counts as nothing. */
    private static long whole(double value) {
        return Math.max(0, Math.round(value));
    }

    private static Long millis(Runnable ping) {
        long start = System.nanoTime();
        try {
            ping.run();
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        } catch (Unavailable away) {
            return null;
        }
    }
}
