package dev.cartwright.runtime.simulation;

import dev.cartwright.runtime.LaneDriver;
import dev.cartwright.runtime.RuleSetVersion;
import java.time.Duration;

/** One instance of the functions: a lane that lives until it crashes. */
final class Instance {

    private static final Duration IDLE = Duration.ofSeconds(2);

    final LaneDriver lane;
    private final RuleSetVersion version;
    private boolean alive = true;

    Instance(LaneDriver lane, RuleSetVersion version) {
        this.lane = lane;
        this.version = version;
    }

    boolean isAlive() {
        return alive;
    }

    /** Works until it crashes or the world ends. */
    void live(World world) {
        try {
            while (!world.isOver(version)) {
                lane.runOnce();
                world.simulator.pause(world.simulator.upTo(lane.isIdle() ? IDLE : Faults.QUICK));
            }
        } finally {
            alive = false;
        }
    }
}
