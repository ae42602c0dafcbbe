package dev.cartwright.rules;

import java.util.List;

/**
 * What the rules made of one event.
 *
 * @param state the subject after the event
 * @param outcome what became of the event
 * @param reason why it was discarded or dead-lettered; null where it was applied
 * @param followUps what goes out, in order; a dead letter is one of them
 * @param readState true where another state of the subject could have led to other follow-ups
 * @param trace each rule that was tried, in order
 */
public record Decision(State state, Outcome outcome, String reason, List<FollowUp> followUps, boolean readState,
        List<RuleTrace> trace) {

    /** What became of an event. */
    public enum Outcome {
        APPLIED, DISCARDED, DEAD_LETTERED
    }

    /** The rules that fired, in order. */
    public List<String> firedRules() {
        return trace.stream().filter(RuleTrace::fired).map(RuleTrace::rule).toList();
    }
}
