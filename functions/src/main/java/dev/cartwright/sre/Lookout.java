package dev.cartwright.sre;

import dev.cartwright.operations.Instance;
import dev.cartwright.runtime.Pulses;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks out for instances that say nothing any more. It remembers whom it has heard of itself, since pulses may be lost
 * with the instance; and it judges nobody before all could have been heard for long enough. For one thread.
 */
final class Lookout {

    private final String self;
    private final Pulses pulses;
    private Map<String, Instant> heard = Map.of();
    private Optional<Instant> hearingSince = Optional.empty();
    private Instant lastLook = Instant.EPOCH;

    Lookout(String self, Pulses pulses) {
        this.self = self;
        this.pulses = pulses;
    }

    /** What is to be told of those that fell silent: the same event, whoever tells it, and until it is told. */
    List<CloudEvent> look(Instant now) {
        try {
            listen(now);
        } catch (Unavailable nobodyIsHeard) {
            hearingSince = Optional.empty();
            return List.of();
        }
        if (lastLook.plus(Instance.SILENT_AFTER).isBefore(now)) {
            // It was this one that slept, and maybe all.
            hearingSince = Optional.empty();
        }
        lastLook = now;
        hearingSince = Optional.of(hearingSince.orElse(now));
        return isTooEarly(now) ? List.of() : silent(now);
    }

    private void listen(Instant now) {
        var told = new HashMap<>(pulses.heard());
        if (heard.containsKey(self) && !told.containsKey(self)) {
            // They were lost: whoever remembers them tells them again.
            pulses.tell(heard);
            heard.forEach(told::putIfAbsent);
        }
        told.put(self, now);
        heard = told;
        pulses.tell(Map.of(self, now));
    }

    private boolean isTooEarly(Instant now) {
        return hearingSince.orElseThrow().plus(Instance.SILENT_AFTER).isAfter(now);
    }

    private List<CloudEvent> silent(Instant now) {
        List<CloudEvent> silent = new ArrayList<>();
        heard.forEach((instance, last) -> {
            var end = last.plus(Instance.SILENT_AFTER);
            if (end.isBefore(now)) {
                silent.add(Identity.silent(instance, last, end));
            }
        });
        return silent;
    }

    /** That it was told: nobody need be told again. */
    void told(List<CloudEvent> silent) {
        var gone = heard.keySet().stream().filter(instance -> silent.stream().anyMatch(event ->
                event.getId().startsWith("silent-" + instance + '-'))).toList();
        gone.forEach(this::forget);
    }

    /** Says goodbye; or that another, which is told of, need not be looked out for. */
    void forget(String instance) {
        heard.remove(instance);
        try {
            pulses.forget(instance);
        } catch (Unavailable notNow) {
            // Then it is told once more, which is the same event.
            hearingSince = Optional.empty();
        }
    }
}
