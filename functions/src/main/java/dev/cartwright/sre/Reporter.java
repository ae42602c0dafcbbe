package dev.cartwright.sre;

import dev.cartwright.operations.InstanceEvent.FunctionStarted;
import dev.cartwright.operations.InstanceEvent.FunctionStopped;
import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Pulses;
import java.time.InstantSource;

/**
 * Tells how this instance does, and who fell silent. While a store is away, samples wait here with their own times: so
 * the incident begins when it began, and not when it could be written down. For one thread.
 */
public final class Reporter {

    private final Identity identity;
    private final Sampler sampler;
    private final Backlog own;
    private final Backlog ofOthers;
    private final Lookout lookout;
    private final Reminders reminders;
    private final Memory memory;
    private final InstantSource time;

    /** @param memory is told whatever is sampled, at once */
    public Reporter(Identity identity, Sampler sampler, Publisher publisher, Pulses pulses, Reminders reminders,
            Memory memory, InstantSource time) {
        this.identity = identity;
        this.sampler = sampler;
        this.own = new Backlog(publisher);
        this.ofOthers = new Backlog(publisher);
        this.lookout = new Lookout(identity.instance(), pulses);
        this.reminders = reminders;
        this.memory = memory;
        this.time = time;
    }

    public void start() {
        own.add(identity.event("function-started",
                new FunctionStarted(identity.instance(), identity.service(), identity.revision()), time.instant()));
    }

    /** One sample, and a look at the others. */
    public void report() {
        var now = time.instant();
        var sample = sampler.sample();
        memory.sampled(sample, now);
        own.add(identity.event("health-sampled", sample, now));
        memory.waiting(waiting());
        var silent = lookout.look(now);
        if (sample.stores().allAnswer()) {
            own.flush();
            silent.forEach(ofOthers::add);
            reminders.due(now).forEach(ofOthers::add);
            if (ofOthers.flush()) {
                lookout.told(silent);
            }
        }
        memory.waiting(waiting());
    }

    /** Says goodbye; whoever cannot is missed by the others. */
    public void stop() {
        own.add(identity.event("function-stopped",
                new FunctionStopped(identity.instance(), identity.service(), identity.revision()), time.instant()));
        if (own.flush()) {
            lookout.forget(identity.instance());
        }
    }

    /** How many events wait until they can be kept. */
    int waiting() {
        return own.size() + ofOthers.size();
    }
}
