package dev.cartwright.live;

import dev.cartwright.rules.State;
import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.Optional;

/**
 * Where the histories of channels are, with the states that they lead to. Thread-safe. A call that fails, or exceeds
 * its deadline, throws {@link dev.cartwright.runtime.Unavailable}.
 */
public interface LiveStore {

    /**
     * A channel as it was at one moment.
     *
     * @param last the offset of the latest message; {@link Offset#NONE} where nothing here can be relied on
     * @param messages those that are known of the ones asked for, in order
     * @param state of a subject; empty where the store has none
     */
    record Reading(Offset last, List<LiveMessage> messages, Optional<State> state) {}

    /**
     * Reads a channel, whose history begins now where there was none.
     *
     * @param after from where on messages are wanted; empty where none are
     */
    Reading read(String channel, Optional<Offset> after);

    /** Has the histories live on; their last offsets in order, {@link Offset#NONE} where there is no history. */
    List<Offset> keep(List<String> channels);

    /** Whether it is an instance's turn to tell what a view answers. */
    enum Turn { MINE, LATER, NOBODY_WATCHES }

    /** Whether it is this instance's turn, for a few seconds; never that of two at a time, nor twice in half a second. */
    Turn takeTurn(String channel, String instance);

    /** Appends a message to a channel, and ends the turn; false where it had ended. */
    boolean tell(String channel, String instance, CloudEvent message);

    /** A connection on which nothing is heard yet. */
    Subscription connect();
}
