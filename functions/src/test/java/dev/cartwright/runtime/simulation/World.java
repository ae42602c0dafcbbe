package dev.cartwright.runtime.simulation;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.LaneDriver;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.LaneSettings;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Runtime;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.runtime.memory.InMemorySubjectStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** The stores, the broker and the instances of one simulated history. */
final class World {

    private static final RuleSet RULES = SimEvent.rules();
    private static final LaneSettings SETTINGS =
            new LaneSettings(1, 1000, 8, Duration.ofSeconds(4), Duration.ofSeconds(10), 10, 1);

    final Simulator simulator;
    final FaultyCalls calls;
    final Engine engine = new Engine(RULES, 32);
    final Events events = new Events(RULES.catalog());
    final InMemoryEventLog log = new InMemoryEventLog();
    final InMemorySubjectStore store;
    final InMemoryPublisher broker = new InMemoryPublisher();
    private final Weakening weakening;
    private boolean over;

    World(long seed, Faults faults, Weakening weakening) {
        this.simulator = new Simulator(seed);
        this.calls = new FaultyCalls(simulator, faults);
        this.store = new InMemorySubjectStore(simulator::now);
        this.weakening = weakening;
    }

    /** What an instance with these rules works with. */
    Runtime runtime(RuleSetVersion version) {
        return new Runtime(engine, events, version,
                weakening.log().apply(new FaultyEventLog(log, simulator, calls)),
                weakening.store().apply(new FaultySubjectStore(store, calls)),
                publications -> calls.call(() -> {
                    broker.publish(publications);
                    return publications;
                }),
                SETTINGS, new LaneMeters(new SimpleMeterRegistry(), RULES.catalog()), simulator::now);
    }

    Instance startInstance(RuleSetVersion version) {
        var instance = new Instance(new LaneDriver(runtime(version)));
        simulator.start("instance", () -> instance.live(this));
        return instance;
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }
}
