package dev.cartwright.sre;

import dev.cartwright.rules.Rfc3339;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells how this instance does while no store can, straight from memory: it asks nobody and waits for nobody.
 * Thread-safe.
 */
public final class Probe {

    private final Identity identity;
    private final Memory memory;
    private final InstantSource time;

    public Probe(Identity identity, Memory memory, InstantSource time) {
        this.identity = identity;
        this.memory = memory;
        this.time = time;
    }

    /**
     * What the instance knows of itself.
     *
     * @param waiting how many events wait until they can be kept
     * @param samples of the last hour, the newest at the end
     */
    public record Answer(String service, String instance, String revision, String asOf, int waiting,
            List<Memory.Sample> samples) {}

    public Answer answer() {
        var known = memory.recollect();
        return new Answer(identity.service(), identity.instance(), identity.revision(),
                Rfc3339.format(time.instant()), known.waiting(), known.samples());
    }
}
