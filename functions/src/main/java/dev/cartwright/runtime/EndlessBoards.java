package dev.cartwright.runtime;

import dev.cartwright.rules.Ranking;
import dev.cartwright.runtime.RankingStore.Score;
import java.time.Instant;
import java.util.List;

/**
 * Boards without an end, whose scores are times: of each subject the last one, for as long as the ranking keeps it.
 * What subjects say is put there by {@link RankingStore#put}. A cache, which may lose any board at any time. Too many
 * subjects for one step stand on them, so a board is made complete in several. Thread-safe. A call that fails throws
 * {@link Unavailable}.
 */
public interface EndlessBoards {

    /** A time, both ends of it included, to the millisecond. */
    record Span(Instant since, Instant until) {}

    /**
     * Who stands on a board.
     *
     * @param run of the server that answers
     * @param complete false where something may have been lost, or is of older rules
     * @param count how many stand there
     * @param longest some of them, those first that have stood there longest
     */
    record Standers(String run, boolean complete, long count, List<Score> longest) {}

    /**
     * Who stands on each of these boards by a time of this span.
     *
     * @param longest how many of each board are told by name at the most
     */
    List<Standers> read(Ranking ranking, List<Ranking.Place> boards, Span span, int longest, RuleSetVersion rules);

    /** Notes on each of these boards that it is being made complete; a note that is lost is lost with the board. */
    void begin(Ranking ranking, List<Ranking.Place> boards, String making, RuleSetVersion rules);

    /**
     * Each of these boards is complete from now on, until it is lost: all that its subjects say has been put since
     * {@link #begin}. Where the board was lost meanwhile it stays as it is.
     *
     * @param run of the server at the beginning
     * @param rules those that folded all of it, or older ones than these
     */
    void complete(Ranking ranking, List<Ranking.Place> boards, String making, String run, RuleSetVersion rules);
}
