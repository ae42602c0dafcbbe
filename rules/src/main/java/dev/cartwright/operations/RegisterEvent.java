package dev.cartwright.operations;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;

/** What becomes known of what there is to look after. */
@FunctionGroup(InstanceEvent.GROUP)
public sealed interface RegisterEvent {

    @NotBlank
    String register();

    /** There is a service, with a revision that was not there before. */
    @EventType(value = "service-registered", subject = Register.KIND + "/{register}")
    record ServiceRegistered(@NotBlank String register, @NotBlank String service, @NotBlank String since)
            implements RegisterEvent {}
}
