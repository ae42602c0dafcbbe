package dev.cartwright.views;

import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.LogRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The samples of one instance, added up by steps of time. It reads what is new, and the last minutes again, since
 * samples may come late; and what is long ago page by page, as long as its reader has patience. For one thread.
 */
final class SampleHistory {

    private static final Duration MAY_BE_LATE = Duration.ofMinutes(5);
    private static final Duration RARELY = Duration.ofMinutes(1);
    private static final long LONGEST_SECONDS = 60;
    private static final int PAGE = 360;
    private static final String SAMPLED = "health-sampled";

    private final EventLog log;
    private final String subject;
    private final Window window;
    private NavigableMap<Long, Totals> steps = new TreeMap<>();
    private Instant readAt = Instant.EPOCH;
    /** Null until there is one. */
    private Instant newest;
    private Position oldest;
    private boolean complete;

    SampleHistory(EventLog log, String instance, Window window) {
        this.log = log;
        this.subject = InstanceEvent.KIND + '/' + instance;
        this.window = window;
    }

    /** By the number of the step; what was told of the time since this one began. */
    NavigableMap<Long, Totals> steps(Instant from) {
        steps.headMap(window.step(from)).clear();
        return steps;
    }

    /** @param patient false when it is time to answer with what is known */
    void read(Instant now, Duration age, BooleanSupplier patient) {
        if (readAt.plus(age).isAfter(now) || isOver(now)) {
            return;
        }
        if (newest == null || readAt.plus(MAY_BE_LATE).isBefore(now)) {
            steps = new TreeMap<>();
            oldest = null;
            complete = false;
        } else {
            readAgain(window.begins(window.step(newest.minus(MAY_BE_LATE))));
        }
        readAt = now;
        while (!complete && patient.getAsBoolean()) {
            complete = readBack(window.before(now), steps);
        }
    }

    /** Whoever said nothing for so long will hardly do so now. */
    private boolean isOver(Instant now) {
        return complete && newest != null && newest.plus(MAY_BE_LATE.multipliedBy(2)).isBefore(readAt)
                && readAt.plus(RARELY).isAfter(now);
    }

    private void readAgain(Instant from) {
        var before = oldest;
        oldest = null;
        NavigableMap<Long, Totals> again = new TreeMap<>();
        boolean done = false;
        while (!done) {
            done = readBack(from, again);
        }
        oldest = before;
        steps.tailMap(window.step(from)).clear();
        steps.putAll(again.tailMap(window.step(from)));
    }

    /** One page; true where it was the last. */
    private boolean readBack(Instant from, NavigableMap<Long, Totals> into) {
        var rows = log.newest(subject, oldest, PAGE);
        for (var row : rows) {
            var time = row.key().position().time();
            if (time.isBefore(from)) {
                return true;
            }
            if (row.event().getType().equals(SAMPLED)) {
                add(sample(row), time, into);
            }
            oldest = row.key().position();
        }
        return rows.size() < PAGE;
    }

    private void add(HealthSampled sample, Instant time, NavigableMap<Long, Totals> into) {
        newest = newest == null || time.isAfter(newest) ? time : newest;
        var since = time.minusSeconds(Math.min(sample.seconds() + 1, LONGEST_SECONDS));
        long step = window.step(time);
        do {
            into.computeIfAbsent(step, begins -> new Totals()).add(sample);
            step--;
        } while (window.middle(step).isAfter(since));
    }

    private static HealthSampled sample(LogRow row) {
        try {
            return Json.MAPPER.readValue(row.event().getData().toBytes(), HealthSampled.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
