package dev.cartwright.http.live;

import dev.cartwright.live.Offset;
import java.util.List;
import java.util.Optional;

/** What a client asked to be told, and may be. */
record Watch(List<Channel> channels, Filter filter) {

    /** @param after where the client is, if it was there before */
    record Channel(String name, Optional<Offset> after) {}
}
