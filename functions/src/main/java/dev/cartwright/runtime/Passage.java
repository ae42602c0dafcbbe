package dev.cartwright.runtime;

import dev.cartwright.rules.Event;

/** Sees events as they pass, once each is committed and published. Must neither block nor throw. */
public interface Passage {

    /** Sees nothing. */
    Passage NONE = (event, recorded) -> { };

    void passed(Event<?> event, Recorded recorded);
}
