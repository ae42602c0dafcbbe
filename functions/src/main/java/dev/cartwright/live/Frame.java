package dev.cartwright.live;

import java.util.List;

/** The messages of one change, as they pass on a channel. */
public interface Frame {

    String channel();

    /** The offset before it; {@link Offset#NONE} where something happened that no messages tell. */
    Offset previous();

    /** The offset of its last message. */
    Offset last();

    /** In order; the same objects each time. */
    List<LiveMessage> messages();
}
