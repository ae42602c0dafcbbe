package dev.cartwright.operations;

import static dev.cartwright.operations.Severity.CRITICAL;
import static dev.cartwright.operations.Severity.WARNING;

import dev.cartwright.operations.InstanceEvent.HealthSampled;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with an instance, and how many samples it takes to believe that it is, or is no longer. */
public enum Symptom {

    REDIS_AWAY(CRITICAL, "redis-away", "Redis does not answer", true, 2, 3, 6) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            return sample.stores().redisMs() == null ? Reading.BAD : Reading.WELL;
        }
    },
    BIGTABLE_AWAY(CRITICAL, "bigtable-away", "Bigtable does not answer", true, 2, 3, 6) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            return sample.stores().bigtableMs() == null ? Reading.BAD : Reading.WELL;
        }
    },
    ERRORS(CRITICAL, "unanswered", "Requests are answered 5xx", false, 3, 6, 12) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            return unlessAway(sample, Reading.of(
                    (double) sample.work().errors() / Math.max(1, sample.work().requests()), 0.05, 0.01));
        }
    },
    SLOW(CRITICAL, "slow", "Events take too long", false, 6, 6, 12) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            // Percentiles are bounds of buckets: after the one of a second comes that of two and a half.
            return unlessAway(sample, Reading.of(sample.work().p99Ms(), 2_500, 1_000));
        }
    },
    DEAD_LETTERS(WARNING, "dead-letters", "Events are given up", false, 1, 30, 30) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            return sample.work().deadLetters() > 0 ? Reading.BAD : Reading.WELL;
        }
    },
    BURNS_FAST(CRITICAL, "error-budget", "In two days the month's errors are spent", false, 1, 6, 12) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            return burn(budget, now, Duration.ofHours(1), Duration.ofMinutes(5), 14.4);
        }
    },
    BURNS_STEADILY(CRITICAL, "error-budget", "In five days the month's errors are spent", false, 1, 6, 12) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            return burn(budget, now, Duration.ofHours(6), Duration.ofMinutes(30), 6);
        }
    },
    /** No sample says so: others notice it. */
    SILENT(CRITICAL, "instance-down", "An instance says nothing any more", true, 1, 1, 1) {
        @Override
        Reading read(HealthSampled sample, Budget budget, Instant now) {
            return Reading.WELL;
        }
    };

    private final Severity severity;
    private final String runbook;
    private final String summary;
    private final boolean causeIsKnown;
    private final int raiseAfter;
    private final int clearAfter;
    private final int overAfter;

    Symptom(Severity severity, String runbook, String summary, boolean causeIsKnown, int raiseAfter, int clearAfter,
            int overAfter) {
        this.severity = severity;
        this.runbook = runbook;
        this.summary = summary;
        this.causeIsKnown = causeIsKnown;
        this.raiseAfter = raiseAfter;
        this.clearAfter = clearAfter;
        this.overAfter = overAfter;
    }

    abstract Reading read(HealthSampled sample, Budget budget, Instant now);

    /** What goes wrong while a store is away has a cause that is told already. */
    private static Reading unlessAway(HealthSampled sample, Reading reading) {
        return sample.stores().allAnswer() ? reading : Reading.UNKNOWN;
    }

    /** Bad in the long window, and in the short one too: then it still goes on. */
    private static Reading burn(Budget budget, Instant now, Duration longWindow, Duration shortWindow, double bad) {
        return Reading.of(Math.min(budget.burn(longWindow, now), budget.burn(shortWindow, now)), bad, bad / 2);
    }

    /** As events have it; empty for a word that no symptom has. */
    static Optional<Symptom> of(String word) {
        return Stream.of(values()).filter(symptom -> symptom.word().equals(word)).findFirst();
    }

    /** As events have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** The page's name in {@code infra/runbooks}, without its ending. */
    public String runbook() {
        return runbook;
    }

    public String summary() {
        return summary;
    }

    /** True where the symptom is its own cause. */
    boolean causeIsKnown() {
        return causeIsKnown;
    }

    int raiseAfter() {
        return raiseAfter;
    }

    int clearAfter() {
        return clearAfter;
    }

    int overAfter() {
        return overAfter;
    }
}
