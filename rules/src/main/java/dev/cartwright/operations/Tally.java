package dev.cartwright.operations;

import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that an instance counted and did not hand over to its service's day yet. Each sample stands for itself:
 * an instance that is missed hands over what it had told by then, and, should it live, all else later; so nothing is
 * counted twice, and nothing is lost, in whichever order that becomes known.
 */
record Tally(List<Count> counts) {

    private static final Tally NOTHING = new Tally(List.of());
    /** Whoever listens for the pulses of instances rounds their times. */
    private static final Duration ROUNDED = Duration.ofSeconds(1);

    record Count(String time, long requests, long errors) {}

    static Tally of(Subject instance) {
        return instance.get(Instance.UNTOLD, NOTHING);
    }

    /** What is of the five minutes that go on, with another sample. */
    Tally plus(HealthSampled sample, Instant time) {
        var more = new ArrayList<>(from(Budget.begins(time)).counts);
        if (sample.work().requests() > 0) {
            more.add(new Count(Rfc3339.format(time), sample.work().requests(), sample.work().errors()));
        }
        return new Tally(more);
    }

    /** Of the minutes that are over then. */
    Tally over(Instant time) {
        return before(Budget.begins(time));
    }

    /** What was told by an instance that was heard of last then. */
    Tally heard(String since) {
        return before(whenHeard(since));
    }

    /** What was not. */
    Tally unheard(String since) {
        return from(whenHeard(since));
    }

    /** The first moment that is surely later than the one when an instance was heard of. */
    static String whenHeard(String since) {
        return Rfc3339.format(Rfc3339.parse(since).plus(ROUNDED));
    }

    private Tally before(String time) {
        return new Tally(counts.stream().filter(count -> count.time().compareTo(time) < 0).toList());
    }

    private Tally from(String time) {
        return new Tally(counts.stream().filter(count -> count.time().compareTo(time) >= 0).toList());
    }

    /** Minutes in which nobody asked say nothing. */
    List<RequestsCounted> handedOver(String service) {
        return counts.isEmpty() ? List.of() : List.of(new RequestsCounted(
                Availability.serviceDay(service, Availability.day(counts.get(0).time())),
                counts.stream().mapToLong(Count::requests).sum(), counts.stream().mapToLong(Count::errors).sum()));
    }
}
