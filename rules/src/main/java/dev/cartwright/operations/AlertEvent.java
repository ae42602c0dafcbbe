package dev.cartwright.operations;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;

/** What somebody should be told of; an alert has the id of its incident. */
@FunctionGroup(InstanceEvent.GROUP)
public sealed interface AlertEvent {

    @NotBlank
    String alertId();

    /** Somebody should look, and the runbook says where. */
    @EventType(value = "alert-raised", subject = Alert.KIND + "/{alert_id}")
    record AlertRaised(@NotBlank String alertId, @NotBlank String service, @NotBlank String severity,
            @NotBlank String since, @NotBlank String summary, @NotBlank String runbook) implements AlertEvent {}

    /** It goes on. */
    @EventType(value = "alert-stands", subject = "alert/{alert_id}")
    record AlertStands(@NotBlank String alertId) implements AlertEvent {}

    /** Nobody need look any more. */
    @EventType(value = "alert-cleared", subject = Alert.KIND + "/{alert_id}")
    record AlertCleared(@NotBlank String alertId) implements AlertEvent {}
}
