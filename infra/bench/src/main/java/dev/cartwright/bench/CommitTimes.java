package dev.cartwright.bench;

import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.Extensions;
import dev.cartwright.runtime.LogRow;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * How long it took from sending an event until it was committed: a follow-up is published right after, and its row tells
 * when that was. So nothing is asked while it matters.
 */
final class CommitTimes {

    private final Map<String, Instant> sentAt;
    private final LongStream.Builder nanos = LongStream.builder();

    private CommitTimes(Map<String, Instant> sentAt) {
        this.sentAt = sentAt;
    }

    /**
     * @param subjects of follow-ups, which are looked at
     * @param sentAt by id of the events that caused them; others do not count
     */
    static Latency of(EventLog log, Collection<String> subjects, Map<String, Instant> sentAt) {
        var times = new CommitTimes(sentAt);
        log.scan(subjects, times::add);
        return Latency.of(times.nanos.build().toArray());
    }

    private void add(LogRow followUp) {
        var sent = sentAt.get(Objects.toString(followUp.event().getExtension(Extensions.CAUSATION_ID)));
        if (sent != null) {
            var recorded = followUp.event().getExtension(Extensions.RECORDED_TIME).toString();
            nanos.add(Duration.between(sent, OffsetDateTime.parse(recorded).toInstant()).toNanos());
        }
    }
}
