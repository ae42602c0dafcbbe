package dev.cartwright.local.broker;

import java.time.Duration;

/** What a dispatcher may have under way, wait for and leave lying in the stream. */
public record Limits(int inFlight, int buffered, Duration deadline, long keep, Duration deadAfter) {
    static final int BATCH_EVENTS = 256;
    static final int BATCH_BYTES = 1_000_000;
    static final long BUFFERED_BYTES = 128_000_000;
    static final int READ = 512;

    public static Limits standard() {
        return new Limits(256, 8_192, Duration.ofSeconds(30), 100_000, Duration.ofSeconds(60));
    }

    public Limits withInFlight(int requests) {
        return new Limits(requests, buffered, deadline, keep, deadAfter);
    }

    Limits withBuffered(int events) {
        return new Limits(inFlight, events, deadline, keep, deadAfter);
    }

    Limits withDeadline(Duration limit) {
        return new Limits(inFlight, buffered, limit, keep, deadAfter);
    }

    Limits withKeep(long entries) {
        return new Limits(inFlight, buffered, deadline, entries, deadAfter);
    }

    Limits withDeadAfter(Duration silence) {
        return new Limits(inFlight, buffered, deadline, keep, silence);
    }
}
