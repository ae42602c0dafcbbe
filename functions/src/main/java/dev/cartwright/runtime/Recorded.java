package dev.cartwright.runtime;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.FollowUp;
import java.util.List;

/**
 * A decision as its row keeps it; once recorded it never changes.
 *
 * @param outcome what became of the event
 * @param failure true for a dead letter that another state of the subject might not have led to; it stands beside the
 *     decision of an instance that came to the event with another state, and counts only where none does
 * @param reason why it was discarded or dead-lettered; null where it was applied
 * @param rules the rules that fired
 * @param followUps what goes out, in order
 */
public record Recorded(Decision.Outcome outcome, boolean failure, String reason, List<String> rules,
        List<FollowUp> followUps) {

    static Recorded of(Decision decision) {
        boolean failure = decision.readState() && decision.outcome() == Decision.Outcome.DEAD_LETTERED;
        return new Recorded(decision.outcome(), failure, decision.reason(), decision.firedRules(),
                decision.followUps());
    }
}
