package dev.cartwright.runtime.memory;

import dev.cartwright.rules.Position;
import dev.cartwright.runtime.Loaded;
import dev.cartwright.runtime.News;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Snapshot;
import dev.cartwright.runtime.SubjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** A cache of states in memory, with the semantics of the real one, and with its accidents. */
public final class InMemorySubjectStore implements SubjectStore {

    private record Pending(long since, RuleSetVersion rules) {}

    private record Entry(String token, Snapshot snapshot, Map<Position, Pending> pending) {}

    private final LongSupplier nanoTime;
    private Map<String, Entry> entries = new TreeMap<>();
    private final List<Watcher> watchers = new ArrayList<>();
    /** The subjects whose history the watchers read. */
    private Set<String> watched = new TreeSet<>();
    private int tokens;
    private int runs = 1;

    public InMemorySubjectStore(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized List<Loaded> load(List<Load> loads, Registrant registrant) {
        return loads.stream().map(load -> load(load, registrant)).toList();
    }

    private Loaded load(Load load, Registrant registrant) {
        var entry = entries.computeIfAbsent(load.subject(), s -> new Entry(newToken(), null, Map.of()));
        Map<Position, Loaded.Mark> marks = new HashMap<>();
        entry.pending().forEach((position, mark) -> marks.put(position,
                new Loaded.Mark(Duration.ofNanos(nanoTime.getAsLong() - mark.since()), mark.rules())));
        boolean newer = marks.values().stream().anyMatch(mark -> mark.rules().isNewerThan(registrant.rules())
                && mark.age().compareTo(registrant.pendingTimeout()) <= 0);
        Map<Position, Pending> pending = new HashMap<>(entry.pending());
        if (!newer) {
            load.pending().forEach(position ->
                    pending.put(position, new Pending(nanoTime.getAsLong(), registrant.rules())));
        }
        entries.put(load.subject(), new Entry(entry.token(), entry.snapshot(), pending));
        return new Loaded(entry.token(), Optional.ofNullable(entry.snapshot()), runId(), marks,
                watched.contains(load.subject()));
    }

    @Override
    public synchronized List<Boolean> compareAndSet(List<Change> changes) {
        return changes.stream().map(this::compareAndSet).toList();
    }

    private boolean compareAndSet(Change change) {
        var entry = entries.get(change.subject());
        if (entry == null || !entry.token().equals(change.token())) {
            return false;
        }
        Map<Position, Pending> pending = new HashMap<>(entry.pending());
        change.settled().forEach(pending::remove);
        if (change.reborn()) {
            pending.put(LOST, new Pending(nanoTime.getAsLong(), change.next().rules()));
        }
        entries.put(change.subject(), new Entry(newToken(), change.next(), pending));
        tell(change);
        return true;
    }

    private void tell(Change change) {
        if (change.news().equals(News.NONE)) {
            return;
        }
        // A state of another run is not shown to watchers before it is folded anew, and its history not at all.
        boolean known = watched.contains(change.subject()) && change.next().runId().equals(runId());
        var news = known ? change.news() : News.RESET;
        watchers.forEach(watcher -> watcher.tell(change, news));
        if (!watchers.isEmpty()) {
            watched.add(change.subject());
        }
    }

    /** Who is told of each change that succeeds, with what watchers of its subject hear. */
    public interface Watcher {
        void tell(Change change, News news);
    }

    public synchronized void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** As if somebody had begun to watch the subject. */
    public synchronized void keepHistory(String subject) {
        watched.add(subject);
    }

    private String newToken() {
        return "token-" + ++tokens;
    }

    private String runId() {
        return "run-" + runs;
    }

    /** One key is evicted. */
    public synchronized void evict(String subject) {
        entries.remove(subject);
        watched.remove(subject);
    }

    /** All keys are gone. */
    public synchronized void flush() {
        entries.clear();
        watched.clear();
    }

    /** What a replica that lags behind would hold. */
    public synchronized Runnable snapshot() {
        var old = new TreeMap<>(entries);
        var oldWatched = new TreeSet<>(watched);
        return () -> failOverTo(old, oldWatched);
    }

    private synchronized void failOverTo(Map<String, Entry> old, Set<String> oldWatched) {
        watched = new TreeSet<>(oldWatched);
        entries = new TreeMap<>(old);
        runs++;
    }
}
