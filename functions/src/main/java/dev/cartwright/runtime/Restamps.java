package dev.cartwright.runtime;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the deliveries of a subject whose source and id stand in its history at another time: other events by our
 * measure, most likely the same one by their sender's. Remembers no more than there are deliveries.
 */
final class Restamps {

    private final Set<String> atHand;
    private final Set<String> standing = new HashSet<>();

    Restamps(Collection<Job> deliveries) {
        this.atHand = deliveries.stream().map(job -> job.position().identity()).collect(Collectors.toSet());
    }

    /** Takes a row of the subject. */
    void row(RowKey key) {
        if (!atHand.isEmpty() && atHand.contains(key.position().identity())) {
            standing.add(key.position().identity());
        }
    }

    /** Those of the new rows whose source and id some row has already, or one before them; call it after all rows. */
    List<Step> among(List<Step> steps) {
        return steps.stream()
                .filter(step -> !step.stands() && !standing.add(step.job().position().identity())).toList();
    }
}
