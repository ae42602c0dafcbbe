package dev.cartwright.rules.testing;

import dev.cartwright.rules.Decision;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.FollowUp;
import dev.cartwright.rules.State;
import java.util.ArrayList;
import java.util.List;

/** What the rules made of the events of a scenario. */
public record Outcome(List<Event<Object>> events, List<Decision> decisions, State state) {

    /** Checks all; what fails is told together, with the trace of every rule. */
    public Outcome then(Expectation... expectations) {
        var unclaimed = new ArrayList<>(followUps());
        List<String> failures = new ArrayList<>();
        for (var expectation : expectations) {
            expectation.failure(this, unclaimed).ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), failures) + System.lineSeparator()
                    + TraceText.of(this));
        }
        return this;
    }

    /** What went out, in order. */
    public List<FollowUp> followUps() {
        return decisions.stream().flatMap(decision -> decision.followUps().stream()).toList();
    }

    /** What was decided on the last event. */
    public Decision decision() {
        return decisions.get(decisions.size() - 1);
    }
}
