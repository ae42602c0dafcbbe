package dev.cartwright.http.door;

import dev.cartwright.rules.GroupFilter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;

/**
 * Tells what is delivered for a function group, {@code POST /?group=cart}, but belongs to another: the subscriptions of
 * an emulator do not filter.
 */
@Singleton
final class OtherGroups {

    private final Counter skipped;

    OtherGroups(MeterRegistry registry) {
        this.skipped = Counter.builder("cartwright.deliveries.of.other.groups")
                .description("Deliveries that were acknowledged since another group receives them too")
                .register(registry);
    }

    /**
     * Counts it where it is. A broker's event that names no group is for nobody.
     *
     * @param group that the delivery is for; null where it does not say
     */
    boolean own(MultiMap headers, String group) {
        if (group == null) {
            return false;
        }
        var of = headers.get(GroupFilter.ATTRIBUTE);
        boolean other = of == null ? Brokers.sent(headers) : !of.equals(group);
        if (other) {
            skipped.increment();
        }
        return other;
    }
}
