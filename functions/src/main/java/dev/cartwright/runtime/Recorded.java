package dev.cartwright.runtime;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.FollowUp;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision as its row keeps it; once recorded it never changes.
 *
 * @param outcome what became of the event
 * @param reason why it was discarded or dead-lettered; null where it was applied
 * @param rules the rules that fired
 * @param followUps what goes out, in order
 */
public record Recorded(Decision.Outcome outcome, String reason, List<String> rules, List<FollowUp> followUps) {

    static Recorded of(Decision decision) {
        return new Recorded(decision.outcome(), decision.reason(), decision.firedRules(), decision.followUps());
    }

    /**
     * Both, where a rule that failed on one state had been recorded beside a decision that needs no state: whatever was
     * recorded goes out.
     */
    public Recorded and(Recorded failure) {
        return new Recorded(outcome, reason, rules,
                Stream.concat(followUps.stream(), failure.followUps.stream()).toList());
    }
}
