package dev.cartwright.runtime;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.State;

/**
 * One delivery as it is to be committed.
 *
 * @param recorded what its row says, or is to say
 * @param stands true where the row is in the log already
 * @param conditional true where another state could have led to another decision: the first that is written wins
 * @param after the subject's state after it
 */
record Step(Job job, Recorded recorded, boolean stands, boolean conditional, boolean late, State after) {

    static Step decided(Job job, Decision decision, boolean late) {
        return new Step(job, Recorded.of(decision), false, decision.readState(), late, decision.state());
    }

    static Step standing(Job job, Recorded recorded, boolean late, State after) {
        return new Step(job, recorded, true, false, late, after);
    }

    /** The same with the row standing: as given, or as another instance had recorded it. */
    Step standing(Recorded asRecorded) {
        return standing(job, asRecorded, late, after);
    }

    EventLog.Append toAppend() {
        return new EventLog.Append(job.key, job.incoming.cloudEvent(), recorded, conditional);
    }
}
