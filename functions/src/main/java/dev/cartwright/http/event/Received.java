package dev.cartwright.http.event;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.runtime.Incoming;

/** An event that was checked: either it is accepted, or there is a problem with it. */
public record Received(RawEvent sent, Incoming incoming, Problem problem) {

    static Received accepted(RawEvent sent, Incoming incoming) {
        return new Received(sent, incoming, null);
    }

    static Received refused(RawEvent sent, Problem problem) {
        return new Received(sent, null, problem);
    }

    public boolean isAccepted() {
        return problem == null;
    }
}
