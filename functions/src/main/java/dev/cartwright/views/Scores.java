package dev.cartwright.views;

import dev.cartwright.runtime.RankingStore.Board;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What scores come to. */
final class Scores {

    private static final Comparator<Map.Entry<String, Long>> HIGHEST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private Scores() {}

    /** By name, whoever they are of and whichever board they stand on. */
    static void add(Collection<Board> boards, Map<String, Long> sums) {
        boards.forEach(board -> board.scores().forEach(score -> sums.merge(score.name(), score.score(), Long::sum)));
    }

    /** The highest first; of equals in order of their names, so that the order is always the same. */
    static List<Map.Entry<String, Long>> ranked(Map<String, Long> scores) {
        return scores.entrySet().stream().filter(entry -> entry.getValue() > 0).sorted(HIGHEST_FIRST).toList();
    }
}
