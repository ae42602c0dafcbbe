package dev.cartwright.views;

import dev.cartwright.operations.InstanceEvent.HealthSampled;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** What samples of some seconds come to; for one thread. */
final class Totals {

    private static final double ROUND = 1_000;

    private final Map<Measure, LongSummaryStatistics> sums = new EnumMap<>(Measure.class);
    /** How many told of the same seconds, side by side. */
    private int instances = 1;

    Totals() {
        for (var measure : Measure.values()) {
            sums.put(measure, new LongSummaryStatistics());
        }
    }

    void add(HealthSampled sample) {
        sums.forEach((measure, sum) -> {
            var value = measure.read(sample);
            if (value != null) {
                sum.accept(value);
            }
        });
    }

    /** Of instances that work side by side. */
    static Totals of(Collection<Totals> some) {
        var all = new Totals();
        some.forEach(one -> one.sums.forEach((measure, sum) -> all.sums.get(measure).combine(sum)));
        all.instances = some.size();
        return all;
    }

    /** Of all instances together. */
    Double perSecond(Measure measure) {
        return share(sums.get(measure).getSum() * instances, Measure.SECONDS);
    }

    /** One for each of those that were counted; null where none were. */
    Double share(Measure measure, Measure counted) {
        return share(sums.get(measure).getSum(), counted);
    }

    private Double share(long sum, Measure counted) {
        long count = sums.get(counted).getSum();
        return count == 0 ? null : rounded((double) sum / count);
    }

    /** Over all that know it; null where none does. */
    Double mean(Measure measure) {
        var sum = sums.get(measure);
        return sum.getCount() == 0 ? null : rounded(sum.getAverage());
    }

    /** The largest; null where nobody knows it. */
    Long most(Measure measure) {
        var sum = sums.get(measure);
        return sum.getCount() == 0 ? null : Long.valueOf(sum.getMax());
    }

    private static double rounded(double value) {
        return Math.round(value * ROUND) / ROUND;
    }
}
