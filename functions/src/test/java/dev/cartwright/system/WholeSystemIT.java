package dev.cartwright.system;

import java.time.Duration;

/** On the broker of a laptop. */
class WholeSystemIT extends WholeSystem {

    WholeSystemIT() {
        super("redis", 3_000, Duration.ofMinutes(2));
    }
}
