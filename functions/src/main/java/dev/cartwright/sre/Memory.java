package dev.cartwright.sre;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.rules.Rfc3339;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What an instance remembers of itself without any store: the samples of the last hour. Thread-safe. */
public final class Memory {

    private final Deque<Sample> samples = new ArrayDeque<>();
    private int waiting;

    /** A sample with its time. */
    public record Sample(String time, @JsonUnwrapped HealthSampled sample) {}

    /** All of it; the samples oldest first. */
    record Recollection(int waiting, List<Sample> samples) {}

    synchronized void sampled(HealthSampled sample, Instant time) {
        if (samples.size() >= Backlog.MOST) {
            samples.removeFirst();
        }
        samples.addLast(new Sample(Rfc3339.format(time), sample));
    }

    /** @param events how many wait until they can be kept */
    synchronized void waiting(int events) {
        waiting = events;
    }

    synchronized Recollection recollect() {
        return new Recollection(waiting, List.copyOf(samples));
    }
}
