package dev.cartwright.rules;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one subject has to say to one ranking: all of it, so that the last word is enough.
 *
 * @param scores by name; of a subject with one score by the name ""
 */
public record Standing(Ranking ranking, Ranking.Place place, Map<String, Long> scores) {

    static Standing of(Ranking ranking, Ranking.Place place, Object plain) {
        Map<String, Long> scores = new TreeMap<>();
        if (plain instanceof Map<?, ?> names) {
            names.forEach((name, score) -> scores.put((String) name, ((Number) score).longValue()));
        } else if (plain != null) {
            scores.put("", ((Number) plain).longValue());
        }
        return new Standing(ranking, place, scores);
    }
}
