package dev.cartwright.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * A subject-sharded commit loop: takes everything that waits, and commits it together. While a batch is in flight the
 * next one gathers. Histories are folded beside the lane; their subjects' deliveries wait meanwhile, all others go on.
 */
final class Lane implements Runnable {

    private static final Logger LOG = Logger.getLogger(Lane.class);
    /** How long the marks of the last batch wait for a write that takes them along. */
    private static final Duration FOR_COMPANY = Duration.ofMillis(20);
    private static final Duration FOR_WORK = Duration.ofMillis(500);

    private final Inbox inbox = new Inbox();
    private final AtomicInteger depth = new AtomicInteger();
    private final Committer committer;
    private final Planner planner;
    private final Refolder refolder;
    private final Runtime runtime;
    private final RefoldQueue refolds;
    private volatile boolean stopping;

    Lane(Runtime runtime, Executor beside) {
        this.runtime = runtime;
        this.committer = new Committer(runtime);
        this.planner = new Planner(runtime.engine());
        this.refolder = runtime.refolder();
        this.refolds = new RefoldQueue(beside, runtime.settings().refoldThreads(), this::refoldBeside);
    }

    /** False where the lane is full. */
    boolean offer(Job job) {
        if (stopping || inbox.size() >= runtime.settings().capacity()) {
            return false;
        }
        depth.incrementAndGet();
        job.done.whenComplete((outcome, failure) -> depth.decrementAndGet());
        inbox.add(job);
        return true;
    }

    int depth() {
        return depth.get();
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            while (!stopping || depth.get() > 0) {
                runOnce(committer.hasMarks() ? FOR_COMPANY : FOR_WORK);
            }
            committer.flushMarks();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopping = true;
            fail(inbox.drain(), new Unavailable(Unavailable.Reason.STOPPING, "the instance is ending"));
        }
    }

    /** Commits what waits; where nothing does, writes what is left of the last batch. */
    void runOnce(Duration wait) throws InterruptedException {
        var jobs = inbox.take(runtime.settings().maxBatch(), wait);
        guarded(jobs, () -> {
            if (jobs.isEmpty()) {
                committer.flushMarks();
            } else {
                runtime.meters().batch(jobs.size());
                process(jobs);
            }
        });
    }

    private void process(List<Job> jobs) {
        Map<String, Work> works = new LinkedHashMap<>();
        jobs.forEach(job -> works.computeIfAbsent(job.key.subject(), Work::new).add(job));
        runtime.spans().reached("taken", jobs);
        committer.load(List.copyOf(works.values()));
        runtime.spans().reached("loaded", jobs);
        var byTrust = works.values().stream().collect(Collectors.groupingBy(
                work -> work.trust(runtime.version(), runtime.settings().pendingTimeout())));
        fail(jobs(byTrust.getOrDefault(Work.Trust.NEWER, List.of())),
                new Unavailable(Unavailable.Reason.OTHER_RULES, "an instance with newer rules serves the subject"));
        fail(jobs(byTrust.getOrDefault(Work.Trust.LEAVING, List.of())),
                new Unavailable(Unavailable.Reason.OTHER_RULES, "an instance with older rules is still writing"));
        List<Work> toRefold = new ArrayList<>(byTrust.getOrDefault(Work.Trust.ABSENT, List.of()));
        var plans = extend(byTrust.getOrDefault(Work.Trust.TRUSTED, List.of()), toRefold);
        refold(toRefold);
        if (!plans.isEmpty()) {
            committer.commit(plans, this::again);
        }
    }

    private List<Plan> extend(List<Work> works, List<Work> toRefold) {
        var rows = lateRows(works);
        List<Plan> plans = new ArrayList<>();
        for (var work : works) {
            planner.extend(work, rows).ifPresentOrElse(plans::add, () -> toRefold.add(work));
        }
        return plans;
    }

    /** The rows at the positions that the loaded states have passed: which of them are duplicates? */
    private Map<RowKey, LogRow> lateRows(List<Work> works) {
        var keys = works.stream()
                .flatMap(work -> work.jobs().stream().filter(job -> work.state().covers(job.position())))
                .map(job -> job.key).toList();
        return keys.isEmpty() ? new HashMap<>() : runtime.log().find(keys);
    }

    private void refold(List<Work> works) {
        works.forEach(work -> inbox.hold(work.subject));
        try {
            refolds.add(works);
        } catch (RejectedExecutionException ending) {
            fail(jobs(works), new Unavailable(Unavailable.Reason.STOPPING, "the instance is ending", ending));
            works.forEach(work -> inbox.free(work.subject));
        }
    }

    private void refoldBeside(List<Work> works) {
        guarded(jobs(works), () -> {
            runtime.meters().refolded(works.size());
            var plans = refolder.refold(works);
            runtime.spans().reached("folded", jobs(works));
            committer.commit(plans, this::again);
        });
        works.forEach(work -> inbox.free(work.subject));
    }

    /** Another instance was faster, or took part: from the start again, where the jobs have tries left. */
    private void again(List<Job> jobs) {
        var split = jobs.stream().collect(Collectors.partitioningBy(
                job -> job.mayTryAgain(runtime.settings().attempts())));
        fail(split.get(false), new Unavailable(Unavailable.Reason.CONTENDED, "other instances were faster each time"));
        inbox.addFirst(split.get(true));
    }

    /** Whatever goes wrong fails these jobs, and never the lane. */
    private static void guarded(List<Job> jobs, Runnable work) {
        try {
            work.run();
        } catch (Unavailable away) {
            fail(jobs, away);
        } catch (RuntimeException bug) {
            LOG.error("A batch failed", Unquoted.of(bug));
            fail(jobs, bug);
        }
    }

    private static List<Job> jobs(Collection<Work> works) {
        return works.stream().flatMap(work -> work.jobs().stream()).toList();
    }

    private static void fail(List<Job> jobs, RuntimeException why) {
        jobs.forEach(job -> job.done.completeExceptionally(why));
    }
}
