package dev.cartwright.runtime;

import dev.cartwright.rules.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A cache of the latest state of each subject, which may lose or age anything at any time. Thread-safe. A call that
 * fails throws {@link Unavailable}; what it was to change is then unknown.
 */
public interface SubjectStore {

    /** A subject to load, and the positions that are about to be written. */
    record Load(String subject, Collection<Position> pending) {}

    /**
     * Who registers positions.
     *
     * @param rules its rule set
     * @param pendingTimeout after how long a mark counts as abandoned
     */
    record Registrant(RuleSetVersion rules, Duration pendingTimeout) {}

    /**
     * Stands for the positions that may have been registered in a cache that was lost. Whoever registered them may
     * still write; once this is as old as an abandoned position, all they wrote can be read from the log.
     */
    Position LOST = new Position("");

    /**
     * A state to set where the token is still the one that was loaded.
     *
     * @param settled pending positions that need no one any more
     * @param reborn true where the cache had been lost: {@link #LOST} becomes pending
     * @param news for live watchers, who get them where the state is set, and else not
     */
    record Change(String subject, String token, Snapshot next, Collection<Position> settled, boolean reborn,
            News news) {

        /** Whose watchers are given the state anew. */
        public Change(String subject, String token, Snapshot next, Collection<Position> settled, boolean reborn) {
            this(subject, token, next, settled, reborn, News.RESET);
        }
    }

    /**
     * Loads subjects and registers their pending positions, each subject atomically; the answers are in the order of
     * the loads. A subject that is absent gets a placeholder, so that a compare-and-set never matches "absent". Where
     * someone with newer rules is at the subject, nothing is registered.
     */
    List<Loaded> load(List<Load> loads, Registrant registrant);

    /** Sets states, each atomically; true where it was set, false where another was faster. */
    List<Boolean> compareAndSet(List<Change> changes);
}
