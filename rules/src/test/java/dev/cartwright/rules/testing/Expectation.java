package dev.cartwright.rules.testing;

import dev.cartwright.rules.FollowUp;
import java.util.List;
import java.util.Optional;

/** What a scenario should end in; made by {@link Expectations}. */
@FunctionalInterface
public interface Expectation {

    /**
     * Tells what is not as expected.
     *
     * @param unclaimed follow-ups that no expectation before this has spoken of; it takes those that it speaks of
     */
    Optional<String> failure(Outcome outcome, List<FollowUp> unclaimed);
}
