package dev.cartwright.runtime;

import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One subject of a batch: its deliveries in order of position, and the subject as it was loaded. */
final class Work {

    /** What the loaded state is worth. */
    enum Trust {
        /** It can be extended. */
        TRUSTED,
        /** It counts as absent: the subject is folded from its log. */
        ABSENT,
        /** An instance with newer rules serves it: hands off. */
        NEWER,
        /** It is of older rules, and an instance with these is still writing. */
        LEAVING
    }

    final String subject;
    private final TreeMap<Position, Job> jobs = new TreeMap<>();
    private Loaded loaded;
    private long loadedAt;

    Work(String subject) {
        this.subject = subject;
    }

    void add(Job job) {
        var first = jobs.putIfAbsent(job.position(), job);
        if (first != null) {
            first.share(job);
        }
    }

    void loaded(Loaded answer, long askedAt) {
        this.loaded = answer;
        this.loadedAt = askedAt;
    }

    List<Job> jobs() {
        return new ArrayList<>(jobs.values());
    }

    SubjectStore.Load toLoad() {
        return new SubjectStore.Load(subject, List.copyOf(jobs.keySet()));
    }

    String token() {
        return loaded.token();
    }

    String runId() {
        return loaded.runId();
    }

    boolean isWatched() {
        return loaded.watched();
    }

    long loadedAt() {
        return loadedAt;
    }

    /** The state as it was loaded; call it on a trusted one. */
    State state() {
        return loaded.snapshot().orElseThrow().state();
    }

    /** What live watchers have been told, as far as the cache knows: also where more may stand in the log. */
    Optional<State> known(RuleSetVersion ours) {
        return loaded.snapshot().filter(known -> !isLost() && known.rules().isSameAs(ours)).map(Snapshot::state);
    }

    /** The subject as it was loaded, whatever it is worth. */
    Optional<Snapshot> cached() {
        return loaded.snapshot();
    }

    Trust trust(RuleSetVersion ours, Duration pendingTimeout) {
        var rules = loaded.snapshot().map(Snapshot::rules).orElse(ours);
        if (rules.isNewerThan(ours) || isAnyInFlight(mark -> mark.rules().isNewerThan(ours), pendingTimeout)) {
            return Trust.NEWER;
        }
        if (isAnyInFlight(mark -> !mark.rules().isSameAs(ours), pendingTimeout)) {
            return Trust.LEAVING;
        }
        return rules.isSameAs(ours) && !isLost() && abandoned(pendingTimeout).isEmpty() ? Trust.TRUSTED : Trust.ABSENT;
    }

    /** True where the cache has nothing, or something old: the positions that were registered are lost, too. */
    boolean isLost() {
        return loaded.snapshot().isEmpty() || !loaded.snapshot().get().runId().equals(loaded.runId());
    }

    /** Positions that someone registered and never settled: whoever it was may have written the row and died. */
    List<Position> abandoned(Duration pendingTimeout) {
        return loaded.pending().entrySet().stream()
                .filter(mark -> mark.getValue().age().compareTo(pendingTimeout) > 0)
                .map(Map.Entry::getKey).toList();
    }

    /** True where another instance is at this position just now. */
    boolean isInFlight(Position position, Duration pendingTimeout) {
        var mark = loaded.pending().get(position);
        return mark != null && mark.age().compareTo(pendingTimeout) <= 0;
    }

    private boolean isAnyInFlight(Predicate<Loaded.Mark> which, Duration pendingTimeout) {
        return loaded.pending().entrySet().stream().anyMatch(mark -> !mark.getKey().equals(SubjectStore.LOST)
                && mark.getValue().age().compareTo(pendingTimeout) <= 0 && which.test(mark.getValue()));
    }
}
