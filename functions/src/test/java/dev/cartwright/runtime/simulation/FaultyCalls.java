package dev.cartwright.runtime.simulation;

import dev.cartwright.runtime.Unavailable;
import java.util.function.Supplier;

/** Calls to another process as they really are: slow, lost, or the caller dies before or after. */
final class FaultyCalls {

    private final Simulator simulator;
    private final Faults faults;
    private boolean calm;

    FaultyCalls(Simulator simulator, Faults faults) {
        this.simulator = simulator;
        this.faults = faults;
    }

    /** From now on nothing goes wrong. */
    void calm() {
        calm = true;
    }

    Faults faults() {
        return calm ? Faults.NONE : faults;
    }

    <T> T call(Supplier<T> effect) {
        takesTime();
        mayCrash();
        var answer = effect.get();
        mayCrash();
        if (simulator.chance(faults().lostReply())) {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "the answer was lost");
        }
        takesTime();
        return answer;
    }

    void takesTime() {
        simulator.pause(simulator.upTo(simulator.chance(faults().slow()) ? Faults.SLOW : Faults.QUICK));
    }

    void mayCrash() {
        if (simulator.chance(faults().crash())) {
            throw new Simulator.Crash();
        }
    }
}
