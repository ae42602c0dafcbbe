package dev.cartwright.runtime.simulation;

import dev.cartwright.rules.Ranking;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import java.util.Collection;
import java.util.List;

/** Rankings that are slow at times, and whose answers get lost. */
record FaultyRankings(RankingStore rankings, FaultyCalls calls) implements RankingStore {

    @Override
    public void put(Collection<Entry> entries) {
        calls.call(() -> {
            rankings.put(entries);
            return entries;
        });
    }

    @Override
    public void complete(Ranking ranking, Ranking.Place board, String run, Collection<Entry> entries,
            RuleSetVersion rules) {
        rankings.complete(ranking, board, run, entries, rules);
    }

    @Override
    public List<Board> read(Ranking ranking, List<Ranking.Place> boards, RuleSetVersion rules) {
        return rankings.read(ranking, boards, rules);
    }
}
