package dev.cartwright.local.send;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Counts what becomes of the events and shows the progress; thread-safe. */
final class Tally implements AutoCloseable {
    private static final int PROBLEMS_SHOWN = 5;
    private static final int REDRAW_MILLIS = System.console() == null ? 5_000 : 250;

    private final long total;
    private final long start = System.nanoTime();
    private final ProgressBar bar;
    private long accepted;
    private long refused;
    private long retried;
    private long progressed = start;
    private boolean silent;
    private boolean givenUp;

    Tally(long total) {
        this.total = total;
        this.bar = new ProgressBarBuilder().setTaskName("Sending").setInitialMax(total).setUnit(" events", 1)
            .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(REDRAW_MILLIS).showSpeed().build();
    }

    /** The lines that are JSON objects; the others count as refused. */
    List<Line> withoutDefects(List<Line> batch) {
        return batch.stream().filter(line -> {
            var defect = line.defect();
            defect.ifPresent(why -> refused(line, why));
            return defect.isEmpty();
        }).toList();
    }

    synchronized void accepted() {
        accepted++;
        progressed = System.nanoTime();
        bar.step();
    }

    synchronized void refused(Line line, String problem) {
        refused++;
        bar.step();
        if (refused <= PROBLEMS_SHOWN) {
            say("Line %d is refused: %s".formatted(line.number(), problem));
        }
        if (refused == PROBLEMS_SHOWN) {
            say("Further refused lines are counted, not shown");
        }
    }

    synchronized void retried(int events) {
        retried += events;
    }

    synchronized void noAnswer(String message) {
        if (!silent) {
            silent = true;
            say(message);
        }
    }

    synchronized void answered() {
        silent = false;
    }

    synchronized Duration sinceProgress() {
        return Duration.ofNanos(System.nanoTime() - progressed);
    }

    synchronized void giveUp() {
        givenUp = true;
    }

    /** Says why, once. */
    synchronized void giveUp(String why) {
        if (!givenUp) {
            say(why);
        }
        giveUp();
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** Prints the counts; true if every event was accepted. */
    synchronized boolean report() {
        double seconds = (System.nanoTime() - start) / 1e9;
        long missing = total - accepted - refused;
        System.out.printf(Locale.ROOT, "%d accepted, %d refused%s, %d retried in %.1f s (%.0f events/s)%n", accepted,
            refused, missing == 0 ? "" : ", %d given up".formatted(missing), retried, seconds, accepted / seconds);
        return accepted == total;
    }

    @Override
    public void close() {
        bar.close();
    }

    private static void say(String message) {
        System.err.println(System.lineSeparator() + message);
    }
}
