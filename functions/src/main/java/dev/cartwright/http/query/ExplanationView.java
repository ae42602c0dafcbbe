package dev.cartwright.http.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.Decision;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.RuleTrace;
import dev.cartwright.runtime.LogRow;
import dev.cartwright.runtime.StructuredEvent;
import dev.cartwright.runtime.SubjectReader.Explanation;
import java.util.List;
import java.util.Map;

/**
 * Why a subject became what it is by one event.
 *
 * @param outcome what the rules make of the event now, at its position
 * @param rules each rule that was tried, in order
 * @param before the subject's properties before the event
 * @param after the same after it
 * @param recorded what was decided when the event came in; it went out and never changes
 */
public record ExplanationView(JsonNode event, String outcome, String reason, List<RuleView> rules,
        Map<String, Object> before, Map<String, Object> after, RecordedView recorded) {

    /** What one rule did; {@code stoppedBy} is the condition that did not hold. */
    public record RuleView(String rule, boolean fired, String stoppedBy, List<RuleTrace.Change> changes,
            List<String> emitted, String failure) {

        static RuleView of(RuleTrace trace) {
            return new RuleView(trace.rule(), trace.fired(), trace.stoppedBy(), trace.changes(), trace.emitted(),
                    trace.failure());
        }
    }

    /** The decision of the event's row. */
    public record RecordedView(String outcome, String reason, List<String> rules, List<FollowUp> followUps,
            boolean published) {

        static RecordedView of(LogRow row) {
            var recorded = row.recorded();
            return new RecordedView(word(recorded.outcome()), recorded.reason(), recorded.rules(),
                    recorded.followUps(), row.published());
        }
    }

    static ExplanationView of(Explanation explanation) {
        var decision = explanation.decision();
        return new ExplanationView(StructuredEvent.of(explanation.row().event()), word(decision.outcome()),
                decision.reason(), decision.trace().stream().map(RuleView::of).toList(),
                explanation.before().properties(), decision.state().properties(), RecordedView.of(explanation.row()));
    }

    private static String word(Decision.Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> "applied";
            case DISCARDED -> "discarded";
            case DEAD_LETTERED -> "dead-lettered";
        };
    }
}
