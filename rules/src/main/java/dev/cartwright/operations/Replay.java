package dev.cartwright.operations;

import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subject;
import java.time.Duration;
import java.util.Optional;

/** The last wave of subjects that were folded again from the log, on all instances of a service together. */
record Replay(String since, String until, long subjects) {

    /** Instances come to it, and end with it, one after the other. */
    private static final Duration APART = Duration.ofMinutes(1);

    static Replay with(SubjectsReplayed news, Subject service) {
        return continued(news, service).map(known -> new Replay(earlier(known.since, news.since()),
                later(known.until, news.until()), known.subjects + news.subjects()))
                .orElse(new Replay(news.since(), news.until(), news.subjects()));
    }

    /** What was known of the same wave. */
    static Optional<Replay> continued(SubjectsReplayed news, Subject service) {
        return service.get(Service.REPLAY).filter(known -> isSoonAfter(known.until, news.since())
                && isSoonAfter(news.until(), known.since));
    }

    private static boolean isSoonAfter(String end, String begin) {
        return !Rfc3339.parse(end).plus(APART).isBefore(Rfc3339.parse(begin));
    }

    private static String earlier(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String later(String one, String other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
