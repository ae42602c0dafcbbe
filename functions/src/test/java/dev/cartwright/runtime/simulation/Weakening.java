package dev.cartwright.runtime.simulation;

import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.SubjectStore;
import java.util.function.UnaryOperator;

/** Takes one safeguard away, to see that the simulation notices. */
record Weakening(UnaryOperator<EventLog> log, UnaryOperator<SubjectStore> store) {

    static final Weakening NONE = new Weakening(log -> log, store -> store);

    static Weakening ofLog(UnaryOperator<EventLog> log) {
        return new Weakening(log, store -> store);
    }

    static Weakening ofStore(UnaryOperator<SubjectStore> store) {
        return new Weakening(log -> log, store);
    }
}
