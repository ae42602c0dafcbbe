package dev.cartwright.runtime.simulation;

import dev.cartwright.runtime.Loaded;
import dev.cartwright.runtime.SubjectStore;
import java.util.ArrayList;
import java.util.List;

/** The cache over a bad network: each subject of a pipeline is served on its own, in between others come. */
final class FaultySubjectStore implements SubjectStore {

    private final SubjectStore store;
    private final FaultyCalls calls;

    FaultySubjectStore(SubjectStore store, FaultyCalls calls) {
        this.store = store;
        this.calls = calls;
    }

    @Override
    public List<Loaded> load(List<Load> loads, Registrant registrant) {
        List<Loaded> answers = new ArrayList<>();
        loads.forEach(load -> answers.addAll(calls.call(() -> store.load(List.of(load), registrant))));
        return answers;
    }

    @Override
    public List<Boolean> compareAndSet(List<Change> changes) {
        List<Boolean> answers = new ArrayList<>();
        changes.forEach(change -> answers.addAll(calls.call(() -> store.compareAndSet(List.of(change)))));
        return answers;
    }
}
