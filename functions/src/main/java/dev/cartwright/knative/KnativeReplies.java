package dev.cartwright.knative;

import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.RecordedTime;
import dev.cartwright.runtime.Replies;
import java.time.Clock;
import java.util.Map;

/** Answers that a Knative broker takes in as events, just as it would if they were sent to it. */
public final class KnativeReplies implements Replies {

    private final CeOverrides overrides;
    private final RecordedTime recordedTime;

    public KnativeReplies(CeOverrides overrides, Clock clock) {
        this.overrides = overrides;
        this.recordedTime = new RecordedTime(clock);
    }

    @Override
    public boolean areTaken() {
        return true;
    }

    @Override
    public Map<String, String> headers(Publication reply) {
        return KnativeHeaders.of(recordedTime.stamp(reply), overrides);
    }
}
