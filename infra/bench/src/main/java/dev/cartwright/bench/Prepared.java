package dev.cartwright.bench;

import dev.cartwright.rules.State;
import dev.cartwright.runtime.EventLog;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.rules.Position;
import java.util.List;

/**
 * All that is to be written for one event, decided beforehand.
 *
 * @param after the subject's state after it
 * @param publications its follow-ups
 */
record Prepared(EventLog.Append append, State after, List<Publication> publications) {

    String subject() {
        return append.key().subject();
    }

    Position position() {
        return append.key().position();
    }
}
