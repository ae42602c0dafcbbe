package dev.cartwright.operations;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** How a service was there for those who asked it, a day long. */
@FunctionGroup(InstanceEvent.GROUP)
public sealed interface AvailabilityEvent {

    @NotBlank
    String serviceDay();

    /**
     * An instance counted for some minutes.
     *
     * @param serviceDay {@code <service>.2026-11-21}
     * @param errors requests that were answered 5xx
     */
    @EventType(value = "requests-counted", subject = Availability.KIND + "/{service_day}")
    record RequestsCounted(@NotBlank String serviceDay, @NotNull @PositiveOrZero Long requests,
            @NotNull @PositiveOrZero Long errors) implements AvailabilityEvent {}
}
