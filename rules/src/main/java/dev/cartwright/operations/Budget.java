package dev.cartwright.operations;

import dev.cartwright.operations.InstanceEvent.Work;
import dev.cartwright.rules.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many requests there were and how many went wrong, in steps of five minutes, for as long as the longest window
 * that a budget of errors is watched over.
 */
record Budget(List<Step> steps) {

    /** The share of requests that is to be answered. */
    static final double OBJECTIVE = 0.999;
    static final Duration STEP = Duration.ofMinutes(5);
    static final Budget UNSPENT = new Budget(List.of());

    private static final Duration LONGEST = Duration.ofHours(6);
    /** Fewer than these say nothing: one of two is half, and still no reason to wake anybody. */
    private static final long FEW_ERRORS = 10;

    record Step(String begins, long requests, long errors) {

        private boolean isWithin(Duration window, Instant now) {
            return Rfc3339.parse(begins).plus(STEP).isAfter(now.minus(window));
        }
    }

    /** When the step began that this time is in. */
    static String begins(Instant time) {
        return Rfc3339.format(Instant.ofEpochSecond(
                time.getEpochSecond() - Math.floorMod(time.getEpochSecond(), STEP.toSeconds())));
    }

    Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    Budget after(Work work, Instant time) {
        var begins = begins(time);
        var kept = new ArrayList<>(steps);
        kept.removeIf(step -> !step.isWithin(LONGEST, time));
        var last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (last != null && last.begins().equals(begins)) {
            kept.set(kept.size() - 1,
                    new Step(begins, last.requests() + work.requests(), last.errors() + work.errors()));
        } else {
            kept.add(new Step(begins, work.requests(), work.errors()));
        }
        return new Budget(kept);
    }

    /** How many times faster than allowed the budget burns, over the last steps that the window touches. */
    double burn(Duration window, Instant now) {
        long requests = 0;
        long errors = 0;
        for (var step : steps) {
            if (step.isWithin(window, now)) {
                requests += step.requests();
                errors += step.errors();
            }
        }
        return errors < FEW_ERRORS ? 0 : (double) errors / requests / (1 - OBJECTIVE);
    }
}
