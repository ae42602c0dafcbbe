package dev.cartwright.sre;

import dev.cartwright.rules.State;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Pulses;
import dev.cartwright.runtime.Unavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** A place with a clock and two stores, where instances report every ten seconds for as long as they live. */
final class Somewhere {

    static final Instant NINE = Instant.parse("2023-04-19T09:00:00Z");

    final Memory memory = new Memory();
    Instant now = NINE;
    Supplier<Map<String, State>> services = Map::of;
    boolean redisAway;
    boolean bigtableAway;

    Reporter instance(String name, Publisher broker, Pulses pulses) {
        return instance(name, broker, pulses, Duration.ZERO);
    }

    /** One whose clock is ahead of the place's. */
    Reporter instance(String name, Publisher broker, Pulses pulses, Duration ahead) {
        var identity = new Identity("cart", "cart." + name, "r1");
        var sampler = new Sampler(identity, new SimpleMeterRegistry(), () -> ping(redisAway), () -> ping(bigtableAway));
        return new Reporter(identity, sampler, broker, pulses, new Reminders(() -> services.get()), memory,
                () -> now.plus(ahead));
    }

    private static void ping(boolean away) {
        if (away) {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "away");
        }
    }

    void passes(Duration time, Reporter... reporters) {
        for (var end = now.plus(time); now.isBefore(end); now = now.plusSeconds(10)) {
            for (var reporter : reporters) {
                reporter.report();
            }
        }
    }
}
