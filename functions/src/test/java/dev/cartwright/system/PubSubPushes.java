package dev.cartwright.system;

import java.io.UncheckedIOException;
import java.time.Duration;

/** Pub/Sub's emulator, which tells nothing: what it delivers is counted by the functions, as long as they live. */
final class PubSubPushes implements Broker {

    /** Longer than the emulator waits until it delivers again what was refused. */
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** Between two looks, which cost the functions something. */
    private static final Duration REST = Duration.ofMillis(200);
    private static final String PROCESSED = "cartwright_events_processed_seconds_count";
    private static final String OF_OTHER_GROUPS = "cartwright_deliveries_of_other_groups_total";

    private final Site site;
    private final Counter processed = new Counter();
    private final Counter deliveries = new Counter();
    private long changed = System.nanoTime();
    private long looked = changed - REST.toNanos();

    PubSubPushes(Site site) {
        this.site = site;
    }

    /** Goes on where functions that were killed have ended, but for what nobody has looked at. */
    private static final class Counter {

        private long ofEarlier;
        private long ofPresent;

        /** True if it has changed. */
        boolean show(long shown) {
            boolean changed = shown != ofPresent;
            ofEarlier += shown < ofPresent ? ofPresent : 0;
            ofPresent = shown;
            return changed;
        }

        long all() {
            return ofEarlier + ofPresent;
        }
    }

    @Override
    public synchronized long acknowledged() {
        look();
        return processed.all();
    }

    @Override
    public synchronized boolean isDrained() {
        look();
        return System.nanoTime() - changed > QUIET.toNanos();
    }

    @Override
    public void close() {}

    private void look() {
        if (System.nanoTime() - looked < REST.toNanos()) {
            return;
        }
        looked = System.nanoTime();
        try {
            var metrics = site.get("/q/metrics").body();
            var done = sum(metrics, PROCESSED);
            if (processed.show(done) | deliveries.show(done + sum(metrics, OF_OTHER_GROUPS))) {
                changed = System.nanoTime();
            }
        } catch (UncheckedIOException restarting) {
            changed = System.nanoTime();
        }
    }

    private static long sum(String metrics, String name) {
        return metrics.lines().filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
