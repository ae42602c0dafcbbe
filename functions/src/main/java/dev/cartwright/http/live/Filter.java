package dev.cartwright.http.live;

import java.util.Optional;
import java.util.Set;

/**
 * Which changes a client asked for; states and resets come in any case.
 *
 * @param types empty where any will do
 */
record Filter(Set<String> types, Optional<Where> where) {

    /** Never throws. */
    boolean accepts(Wording message) {
        return (types.isEmpty() || types.contains(message.type()))
                && (where.isEmpty() || where.get().accepts(message.flat()));
    }
}
