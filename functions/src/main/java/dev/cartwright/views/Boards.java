package dev.cartwright.views;

import dev.cartwright.rules.Ranking;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.RankedSubjectStore;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RankingStore.Board;
import dev.cartwright.runtime.RankingStore.Entry;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Snapshot;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.shop.trade.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the boards of slots, and makes those complete that were lost: from the slots' states, or where these are lost,
 * too, from the log. A reader does so for a short while only; the next one goes on from there. Thread-safe.
 */
final class Boards {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int READ_AT_ONCE = 6;
    private static final int AT_ONCE = 8;

    private final RankingStore rankings;
    private final SubjectReader subjects;
    private final RuleSet rules;
    private final RuleSetVersion version;
    private final Supplier<Instant> clock;

    Boards(RankingStore rankings, SubjectReader subjects, RuleSet rules, RuleSetVersion version,
            Supplier<Instant> clock) {
        this.rankings = rankings;
        this.subjects = subjects;
        this.rules = rules;
        this.version = version;
        this.clock = clock;
    }

    /** The sums of all scores of one name, over the slots from the one that this time is in. */
    Map<String, Long> sums(Ranking ranking, Instant from, Instant now) {
        Map<String, Long> sums = new HashMap<>();
        var begins = begins(from, now);
        // why in parts: the boards of a day may be too many for one answer, and would keep the lanes waiting.
        for (int part = 0; part < begins.size(); part += READ_AT_ONCE) {
            Scores.add(read(ranking, begins.subList(part, Math.min(part + READ_AT_ONCE, begins.size()))), sums);
        }
        return sums;
    }

    /** The sum of the scores of each of these minutes, in their order; 0 of those that have none. */
    Map<String, Long> byMinute(Ranking ranking, List<Instant> minutes) {
        var known = sums(ranking, minutes.get(minutes.size() - 1), minutes.get(0));
        Map<String, Long> sums = new LinkedHashMap<>();
        minutes.stream().map(Slot::minute).forEach(minute -> sums.put(minute, known.getOrDefault(minute, 0L)));
        return sums;
    }

    private static List<Instant> begins(Instant from, Instant now) {
        var first = Slot.floor(from);
        return Stream.iterate(Slot.floor(now), begins -> !begins.isBefore(first), begins -> begins.minus(Slot.LENGTH))
                .toList();
    }

    private List<Board> read(Ranking ranking, List<Instant> begins) {
        var boards = rankings.read(ranking, begins.stream().map(Slot::board).toList(), version);
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < boards.size(); i++) {
            if (!boards.get(i).complete()) {
                lost.add(i);
            }
        }
        if (lost.isEmpty()) {
            return boards;
        }
        complete(ranking, lost.stream().map(begins::get).toList(), boards.get(0).run());
        return rankings.read(ranking, begins.stream().map(Slot::board).toList(), version);
    }

    private synchronized void complete(Ranking ranking, List<Instant> lost, String run) {
        var end = clock.get().plus(PATIENCE);
        for (int from = 0; from < lost.size(); from += AT_ONCE) {
            if (clock.get().isAfter(end)) {
                throw new Unavailable(Unavailable.Reason.STORE_AWAY, "the view is being made anew from the log");
            }
            completeSome(ranking, lost.subList(from, Math.min(from + AT_ONCE, lost.size())), run);
        }
    }

    private void completeSome(Ranking ranking, List<Instant> lost, String run) {
        var names = lost.stream().map(Slot::subjects).flatMap(List::stream).toList();
        var known = subjects.current(names);
        for (var begins : lost) {
            List<Entry> entries = new ArrayList<>();
            for (var subject : Slot.subjects(begins)) {
                entries.addAll(entries(ranking, subject, known.get(subject)));
            }
            var oldest = entries.stream().map(Entry::rules).min(Comparator.comparingLong(RuleSetVersion::number))
                    .filter(version::isNewerThan).orElse(version);
            rankings.complete(ranking, Slot.board(begins), run, entries, oldest);
        }
    }

    private List<Entry> entries(Ranking ranking, String subject, Snapshot known) {
        return RankedSubjectStore.entries(rules, subject, known).filter(entry -> entry.version() > 0
                && entry.standing().ranking().name().equals(ranking.name())).toList();
    }
}
