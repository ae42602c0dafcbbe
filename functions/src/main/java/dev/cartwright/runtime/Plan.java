package dev.cartwright.runtime;

import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import java.util.ArrayList;
import java.util.List;

/** What is to be committed for one subject: steps in order, of which each needs those before it. */
final class Plan {

    final Work work;
    /** Rows that nobody published and nobody is at: their follow-ups go out with ours. */
    final List<LogRow> orphans;
    private final State base;
    private final boolean refolded;
    private final List<Position> settled;
    private final News.Teller teller;
    /** The run of the server that the state was loaded from. */
    private final String plannedAt;
    private final List<Step> steps;
    private int durable;
    private Throwable failure;

    /**
     * @param base the state where no step is committed
     * @param refolded true where the state comes from the log: then all steps commit or none
     * @param settled pending positions that need no one any more
     * @param teller tells live watchers of it
     */
    Plan(Work work, State base, List<Step> steps, boolean refolded, List<Position> settled, List<LogRow> orphans,
            News.Teller teller) {
        this.work = work;
        this.base = base;
        this.steps = new ArrayList<>(steps);
        this.refolded = refolded;
        this.settled = settled;
        this.orphans = orphans;
        this.teller = teller;
        this.plannedAt = work.runId();
    }

    /** The next steps that can be written at once: any number of unconditional ones, or one conditional. */
    List<Step> nextWave() {
        List<Step> wave = new ArrayList<>();
        while (failure == null && durable + wave.size() < steps.size()) {
            var step = steps.get(durable + wave.size());
            if (step.stands() && wave.isEmpty()) {
                durable++;
            } else if (step.stands() || step.conditional() && !wave.isEmpty()) {
                return wave;
            } else {
                wave.add(step);
                if (step.conditional()) {
                    return wave;
                }
            }
        }
        return wave;
    }

    /** Takes the answer for the next step of the wave; after one that failed, those that follow do not count. */
    void appended(EventLog.Appended answer) {
        if (failure != null) {
            return;
        }
        if (answer instanceof EventLog.Appended.Unknown unknown) {
            failure = unknown.cause();
            return;
        }
        var recorded = answer instanceof EventLog.Appended.Adopted adopted ? adopted.row().recorded()
                : steps.get(durable).recorded();
        steps.set(durable, steps.get(durable).standing(recorded));
        durable++;
    }

    /** The steps whose rows stand. */
    List<Step> durableSteps() {
        return steps.subList(0, durable);
    }

    /** Those of the first row that failed and of all later ones; the sender brings them again. */
    List<Job> failedJobs() {
        return steps.subList(durable, steps.size()).stream().map(Step::job).toList();
    }

    List<Job> durableJobs() {
        return durableSteps().stream().map(Step::job).toList();
    }

    List<Job> jobs() {
        return steps.stream().map(Step::job).toList();
    }

    Throwable failure() {
        return failure;
    }

    /** False where there is nothing to set, or the history that was folded has a hole. */
    boolean hasChange() {
        return refolded ? failure == null : durable > 0 || !settled.isEmpty();
    }

    SubjectStore.Change toChange(RuleSetVersion rules) {
        var state = refolded || durable == 0 ? base : steps.get(durable - 1).after();
        var done = new ArrayList<>(settled);
        durableSteps().forEach(step -> done.add(step.job().position()));
        return new SubjectStore.Change(work.subject, work.token(), new Snapshot(state, rules, work.runId()), done,
                work.isLost(), news());
    }

    private News news() {
        if (!work.runId().equals(plannedAt)) {
            // why: the server may have forgotten what watchers were told since.
            return News.RESET;
        }
        var news = teller.tell(durableSteps());
        // why not nothing: somebody may begin to watch just now, and will not be told what happened meanwhile.
        return work.isWatched() || news.equals(News.NONE) ? news : News.RESET;
    }
}
