package dev.cartwright.runtime;

import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.Standing;
import java.util.Collection;
import java.util.List;

/**
 * A cache of rankings, which may lose any board at any time. Scores are absolute, and whoever knows less of a subject
 * never overwrites whoever knew more: to put something twice, late, or from several instances changes nothing.
 * Thread-safe. A call that fails throws {@link Unavailable}; what it was to change is then unknown.
 */
public interface RankingStore {

    /**
     * What a subject has to say.
     *
     * @param version of the subject's state
     * @param rules that folded it
     */
    record Entry(Standing standing, long version, RuleSetVersion rules) {}

    /** A score of a subject, by its name there. */
    record Score(String source, String name, long score) {}

    /**
     * What stands on a board.
     *
     * @param run of the server that answers
     * @param complete false where something may have been lost, or is of older rules: then {@link #complete} it
     */
    record Board(String run, boolean complete, List<Score> scores) {}

    /** Puts what each says to the ranking that it is said to. */
    void put(Collection<Entry> entries);

    /**
     * Puts on one board all that its subjects say, in one step; until it is lost again it is complete.
     *
     * @param run of the server when the board was read: what was known before another run is worth nothing
     * @param rules the oldest that folded any of it
     */
    void complete(Ranking ranking, Ranking.Place board, String run, Collection<Entry> entries,
            RuleSetVersion rules);

    /** The boards of these places, in their order. */
    List<Board> read(Ranking ranking, List<Ranking.Place> boards, RuleSetVersion rules);
}
