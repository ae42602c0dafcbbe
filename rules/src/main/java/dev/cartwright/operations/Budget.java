package dev.cartwright.operations;

import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.rules.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many requests there were and how many went wrong, in steps of five minutes, for as long as the longest window
 * that a budget of errors is watched over. A window that was heard of in part only counts as if the rest of it had been
 * as busy, and without an error: its budget is that of all its requests, so that a short outage of a young system is
 * no worse than that of an old one.
 */
record Budget(List<Step> steps) {

    /** The share of requests that is to be answered. */
    static final double OBJECTIVE = 0.999;
    static final Duration STEP = Duration.ofMinutes(5);
    static final Budget UNSPENT = new Budget(List.of());

    private static final Duration LONGEST = Duration.ofHours(6);
    /** Fewer than these say nothing: one of two is half, and still no reason to wake anybody. */
    private static final long FEW_ERRORS = 10;

    /** @param seconds how much of it samples tell of */
    record Step(String begins, long seconds, long requests, long errors) {

        private boolean isWithin(Duration window, Instant now) {
            return Rfc3339.parse(begins).plus(STEP).isAfter(now.minus(window));
        }

        private Step plus(Step more) {
            return new Step(begins, seconds + more.seconds, requests + more.requests, errors + more.errors);
        }
    }

    /** When the step began that this time is in. */
    static String begins(Instant time) {
        return Rfc3339.format(Instant.ofEpochSecond(
                time.getEpochSecond() - Math.floorMod(time.getEpochSecond(), STEP.toSeconds())));
    }

    Budget after(HealthSampled sample, Instant time) {
        var news = new Step(begins(time), sample.seconds(), sample.work().requests(), sample.work().errors());
        var kept = new ArrayList<>(steps);
        kept.removeIf(step -> !step.isWithin(LONGEST, time));
        var last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (last != null && last.begins().equals(news.begins())) {
            kept.set(kept.size() - 1, last.plus(news));
        } else {
            kept.add(news);
        }
        return new Budget(kept);
    }

    /** How many times faster than allowed the budget burns, over the last steps that the window touches. */
    double burn(Duration window, Instant now) {
        var sum = steps.stream().filter(step -> step.isWithin(window, now)).reduce(Step::plus);
        return sum.filter(all -> all.errors() >= FEW_ERRORS).map(all -> (double) all.errors() / all.requests()
                * Math.min(1, (double) all.seconds() / window.toSeconds()) / (1 - OBJECTIVE)).orElse(0.0);
    }
}
