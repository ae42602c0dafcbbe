package dev.cartwright.knative;

import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Replies;
import java.util.Map;
import java.util.function.Consumer;

/** Answers that a Knative broker takes in as events, just as it would if they were sent to it. */
public final class KnativeReplies implements Replies {

    private final CeOverrides overrides;
    private final Consumer<Publication> told;

    /** @param told tells those who wait for outcomes, as nobody else does who sees the answer */
    public KnativeReplies(CeOverrides overrides, Consumer<Publication> told) {
        this.overrides = overrides;
        this.told = told;
    }

    @Override
    public boolean areTaken() {
        return true;
    }

    @Override
    public Map<String, String> headers(Publication reply) {
        return KnativeHeaders.of(reply, overrides);
    }

    @Override
    public void written(Publication reply) {
        told.accept(reply);
    }
}
