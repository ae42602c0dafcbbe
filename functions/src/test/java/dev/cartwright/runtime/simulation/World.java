package dev.cartwright.runtime.simulation;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.EventSpans;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.LaneDriver;
import dev.cartwright.runtime.LaneMeters;
import dev.cartwright.runtime.LaneSettings;
import dev.cartwright.runtime.RankedSubjectStore;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Runtime;
import dev.cartwright.runtime.memory.InMemoryEventLog;
import dev.cartwright.runtime.memory.InMemoryPublisher;
import dev.cartwright.runtime.memory.InMemoryRankings;
import dev.cartwright.runtime.memory.InMemorySubjectStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** The stores, the broker and the instances of one simulated history. */
final class World {

    static final RuleSetVersion OLD_RULES = new RuleSetVersion(1, "old");
    static final RuleSetVersion RULES = new RuleSetVersion(2, "new");

    private static final RuleSet OLD_RULE_SET = SimEvent.rules("o");
    private static final RuleSet RULE_SET = SimEvent.rules("");
    /** When new rules are rolled out, in every other history. */
    private static final Duration DEPLOYMENT = Duration.ofSeconds(8);
    private static final LaneSettings SETTINGS =
            new LaneSettings(1, 1000, 8, Duration.ofSeconds(4), Duration.ofSeconds(10),
                    Duration.ofSeconds(10), 10, 1);

    final Simulator simulator;
    final FaultyCalls calls;
    final Engine engine = new Engine(RULE_SET, 32);
    final Events events = new Events(RULE_SET.catalog());
    final InMemoryEventLog log = new InMemoryEventLog();
    final InMemorySubjectStore store;
    final InMemoryRankings rankings = new InMemoryRankings();
    final InMemoryPublisher broker = new InMemoryPublisher();
    private final Weakening weakening;
    private final boolean oldRules;
    private boolean oldRulesRetired;
    private boolean over;

    World(long seed, Faults faults, Weakening weakening) {
        this.simulator = new Simulator(seed);
        this.calls = new FaultyCalls(simulator, faults);
        this.store = new InMemorySubjectStore(simulator::now);
        this.weakening = weakening;
        this.oldRules = simulator.chance(0.5);
    }

    /** What an instance with these rules works with. */
    Runtime runtime(RuleSetVersion version) {
        var decides = version.equals(RULES) ? engine : new Engine(OLD_RULE_SET, 32);
        return new Runtime(decides, events, version,
                weakening.log().apply(new FaultyEventLog(log, simulator, calls)),
                weakening.store().apply(new RankedSubjectStore(new FaultySubjectStore(store, calls), decides.rules(),
                        new FaultyRankings(rankings, calls), changed -> { })),
                publications -> calls.call(() -> {
                    broker.publish(publications);
                    return publications;
                }),
                SETTINGS, new LaneMeters(new SimpleMeterRegistry(), RULE_SET.catalog()), EventSpans.NONE,
                simulator::now);
    }

    Instance startInstance(RuleSetVersion version) {
        var instance = new Instance(new LaneDriver(runtime(version)), version);
        simulator.start("instance", () -> instance.live(this));
        return instance;
    }

    /** What a new instance runs: mostly new rules, once their deployment has begun. */
    RuleSetVersion version() {
        return oldRules && simulator.now() < DEPLOYMENT.toNanos() ? OLD_RULES : RULES;
    }

    boolean isDeploying() {
        return oldRules && simulator.now() > DEPLOYMENT.toNanos();
    }

    /** The instances with old rules are gone. */
    void retireOldRules() {
        oldRulesRetired = true;
    }

    boolean isOver(RuleSetVersion version) {
        return over || oldRulesRetired && version.equals(OLD_RULES);
    }

    void end() {
        over = true;
    }
}
