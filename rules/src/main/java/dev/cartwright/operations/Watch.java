package dev.cartwright.operations;

import dev.cartwright.rules.Rfc3339;
import java.time.Instant;

/**
 * How far an instance is with a symptom. What sways does not come and go: it takes some samples to notice it, and more
 * to believe that it is over.
 *
 * @param streak how many samples in a row speak for the next phase
 * @param since the first bad sample
 * @param turned true where the phase began with the last sample
 */
record Watch(Phase phase, long streak, String since, boolean turned) {

    enum Phase {
        SUSPECTED, NOTICED, CEASED, OVER
    }

    /** Null where there is nothing to watch. */
    static Watch next(Watch before, Symptom symptom, Reading reading, Instant time) {
        if (before == null || before.phase == Phase.OVER) {
            return reading == Reading.BAD
                    ? new Watch(Phase.SUSPECTED, 0, Rfc3339.format(time), false).suspected(symptom, reading) : null;
        }
        return switch (before.phase) {
            case SUSPECTED -> before.suspected(symptom, reading);
            case NOTICED -> before.noticed(symptom, reading);
            default -> before.ceased(symptom, reading);
        };
    }

    private Watch suspected(Symptom symptom, Reading reading) {
        return switch (reading) {
            case BAD -> towards(Phase.NOTICED, symptom.raiseAfter());
            case WELL -> null;
            default -> same(streak);
        };
    }

    private Watch noticed(Symptom symptom, Reading reading) {
        return switch (reading) {
            case WELL -> towards(Phase.CEASED, symptom.clearAfter());
            case UNKNOWN -> same(streak);
            default -> same(0);
        };
    }

    private Watch ceased(Symptom symptom, Reading reading) {
        return switch (reading) {
            case BAD -> new Watch(Phase.NOTICED, 0, since, true);
            case WELL -> towards(Phase.OVER, symptom.overAfter());
            default -> same(streak);
        };
    }

    private Watch towards(Phase next, int samples) {
        return streak + 1 >= samples ? new Watch(next, 0, since, true) : same(streak + 1);
    }

    private Watch same(long count) {
        return new Watch(phase, count, since, false);
    }
}
