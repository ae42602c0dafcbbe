package dev.cartwright.runtime.memory;

import dev.cartwright.rules.Ranking;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rankings in memory, which forget what they are told to forget; used by one thread at a time. */
public final class InMemoryRankings implements RankingStore {

    private record Key(String ranking, String board) {}

    private final Map<Key, Map<String, Entry>> boards = new HashMap<>();
    private final Map<Key, RuleSetVersion> complete = new HashMap<>();

    @Override
    public void put(Collection<Entry> entries) {
        entries.forEach(entry -> {
            var place = entry.standing().place();
            boards.computeIfAbsent(new Key(entry.standing().ranking().name(), place.board()), key -> new TreeMap<>())
                    .merge(place.source(), entry, (known, next) -> isOlder(next, known) ? known : next);
        });
    }

    private static boolean isOlder(Entry next, Entry known) {
        return next.rules().isSameAs(known.rules()) ? next.version() < known.version()
                : !next.rules().isNewerThan(known.rules());
    }

    @Override
    public void complete(Ranking ranking, Ranking.Place board, String run, Collection<Entry> entries,
            RuleSetVersion rules) {
        put(entries);
        complete.put(new Key(ranking.name(), board.board()), rules);
    }

    @Override
    public List<Board> read(Ranking ranking, List<Ranking.Place> places, RuleSetVersion rules) {
        return places.stream().map(place -> {
            var key = new Key(ranking.name(), place.board());
            List<Score> scores = new ArrayList<>();
            boards.getOrDefault(key, Map.of()).forEach((source, entry) -> entry.standing().scores()
                    .forEach((name, score) -> scores.add(new Score(source, name, score))));
            var by = complete.get(key);
            return new Board("run", by != null && by.number() >= rules.number(), scores);
        }).toList();
    }
}
