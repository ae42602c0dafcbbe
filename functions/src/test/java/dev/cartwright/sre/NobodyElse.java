package dev.cartwright.sre;

import dev.cartwright.runtime.Pulses;
import java.time.Instant;
import java.util.Map;

/** An instance that hears of no other. */
final class NobodyElse implements Pulses {

    @Override
    public Map<String, Instant> heard() {
        return Map.of();
    }

    @Override
    public void tell(Map<String, Instant> pulses) {}

    @Override
    public void forget(String instance) {}
}
