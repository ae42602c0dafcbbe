package dev.cartwright.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A ranking by what subjects have as their scores. Immutable.
 *
 * @param name unique among all rankings
 * @param kept how long a score stands, from the beginning of its board on; where that has no end the score itself is
 *     its beginning, in milliseconds of the epoch
 * @param places where a subject stands, by its name; nowhere where it is empty
 */
public record Ranking(String name, Duration kept, Function<String, Optional<Place>> places) {

    /**
     * Where a subject stands.
     *
     * @param board those that stand on one are ranked among each other
     * @param source tells the subject from all others that stand there
     * @param begins null for a board without an end
     */
    public record Place(String board, String source, Instant begins) {}
}
