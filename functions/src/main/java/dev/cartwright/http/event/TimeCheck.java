package dev.cartwright.http.event;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.runtime.Stamps;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When an event happened: in UTC, cut to microseconds, and not ahead of the server's clock. Thread-safe. */
public final class TimeCheck {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z").plus(1, ChronoUnit.MICROS);

    private final Clock clock;
    private final Duration maxAhead;
    private final Stamps stamps;

    /** @param stamps tells the time of events that do not tell theirs */
    public TimeCheck(Clock clock, Duration maxAhead, Stamps stamps) {
        this.clock = clock;
        this.maxAhead = maxAhead;
        this.stamps = stamps;
    }

    /** The event has a source and an id already. Asks a store where {@link RawEvent#needsStamp}. */
    Instant of(RawEvent event) {
        var now = clock.instant();
        var time = event.attributes().containsKey("time") ? sent(event) : unsent(event, now);
        if (time.isAfter(now.plus(maxAhead))) {
            throw new Refusal(new Problem(422, "time must not be more than " + maxAhead.toSeconds()
                    + " seconds ahead of the server's", "time", null, Position.format(now), null));
        }
        return time;
    }

    /** The time that the event tells, whether or not it is ahead. */
    static Instant sent(RawEvent event) {
        var text = AttributeCheck.required(event, "time");
        try {
            return inRange(Rfc3339.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            throw Refusal.malformed("time", "time must be as in RFC 3339, such as 2023-04-19T09:00:00Z, not " + text);
        }
    }

    private static Instant inRange(Instant time) {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw Refusal.malformed("time", "time must be in the years 1970 to 9999 of UTC");
        }
        return time;
    }

    private Instant unsent(RawEvent event, Instant now) {
        var told = UuidTime.of(event.text("id"));
        return told != null ? told
                : stamps.firstStamp(event.text("source"), event.text("id"), now.truncatedTo(ChronoUnit.MICROS));
    }
}
