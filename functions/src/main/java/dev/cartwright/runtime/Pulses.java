package dev.cartwright.runtime;

import java.time.Instant;
import java.util.Map;

/** When instances were heard of last, as they tell each other. Thread-safe. */
public interface Pulses {

    /** All that are not forgotten; throws {@link Unavailable} where nobody can tell, as all here. */
    Map<String, Instant> heard();

    void tell(Map<String, Instant> pulses);

    /** Forgets one that is gone. */
    void forget(String instance);
}
