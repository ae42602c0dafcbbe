package dev.cartwright.rules;

import java.util.Map;

/**
 * What one subject has to say to one ranking: all of it, so that the last word is enough.
 *
 * @param scores by name; of a subject with one score by the name ""; on a board without an end it
 *     is a time, negative where the subject stands there no more since then
 */
public record Standing(Ranking ranking, Ranking.Place place, Map<String, Long> scores) {}
