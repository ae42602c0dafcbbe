package dev.cartwright.live;

import java.util.Optional;

/** What views answer. Thread-safe. */
public interface Views {

    /**
     * The whole answer, as {@code GET /views/NAME} gives it, true as of now; empty where there is no such view. May
     * block; throws {@link dev.cartwright.runtime.Unavailable} where a store is away.
     */
    Optional<Object> answer(String view);
}
