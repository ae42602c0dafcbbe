package dev.cartwright.views;

import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.RankedSubjectStore;
import dev.cartwright.runtime.RankingStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Snapshot;
import dev.cartwright.runtime.SubjectReader;
import dev.cartwright.runtime.Unavailable;
import java.util.Collection;
import java.util.Map;

/** What subjects have to say to rankings. Thread-safe. */
record Standings(SubjectReader subjects, RankingStore rankings, RuleSet rules) {

    /** Puts what each of these says, as these rules or newer ones fold it. */
    void put(Collection<String> names, RuleSetVersion version) {
        var known = subjects.current(names);
        if (known.values().stream().map(Snapshot::rules).anyMatch(version::isNewerThan)) {
            throw new Unavailable(Unavailable.Reason.OTHER_RULES, "instances with older rules are at a subject");
        }
        put(known);
    }

    void put(Map<String, Snapshot> known) {
        rankings.put(known.entrySet().stream().flatMap(one ->
                RankedSubjectStore.entries(rules, one.getKey(), one.getValue())).toList());
    }
}
