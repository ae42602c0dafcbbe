package dev.cartwright.runtime;

import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.RankingStore.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Puts what is set of subjects into the rankings, too. Where that fails the call fails, and so the event is not
 * acknowledged: whoever brings it again brings the subject into the rankings. Thread-safe.
 */
public final class RankedSubjectStore implements SubjectStore {

    private final SubjectStore store;
    private final RuleSet rules;
    private final RankingStore rankings;
    private final Consumer<String> changed;

    /** @param changed is told the kinds of the subjects that may be other now; must neither block nor throw */
    public RankedSubjectStore(SubjectStore store, RuleSet rules, RankingStore rankings, Consumer<String> changed) {
        this.store = store;
        this.rules = rules;
        this.rankings = rankings;
        this.changed = changed;
    }

    @Override
    public List<Loaded> load(List<Load> loads, Registrant registrant) {
        return store.load(loads, registrant);
    }

    @Override
    public List<Boolean> compareAndSet(List<Change> changes) {
        var set = store.compareAndSet(changes);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (set.get(i)) {
                entries(rules, changes.get(i).subject(), changes.get(i).next()).forEach(entries::add);
            }
        }
        if (!entries.isEmpty()) {
            rankings.put(entries);
        }
        changes.stream().map(change -> Subjects.kind(change.subject())).distinct().forEach(changed);
        return set;
    }

    /** What the subject has to say to rankings. */
    public static Stream<Entry> entries(RuleSet rules, String subject, Snapshot snapshot) {
        return rules.standings(subject, snapshot.state()).stream()
                .map(standing -> new Entry(standing, snapshot.state().version(), snapshot.rules()));
    }
}
