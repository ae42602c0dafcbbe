package dev.cartwright.operations;

import static dev.cartwright.rules.Role.ADMIN;
import static dev.cartwright.rules.Role.SRE;

import dev.cartwright.rules.EmittedBy;
import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What happens to an incident. */
@FunctionGroup(InstanceEvent.GROUP)
public sealed interface IncidentEvent {

    String INVESTIGATING = "investigating";
    String IDENTIFIED = "identified";
    String MONITORING = "monitoring";
    String RESOLVED = "resolved";

    @NotBlank
    String incidentId();

    /** Something is wrong with a service, since then. */
    @EventType(value = "incident-opened", subject = Incident.KIND + "/{incident_id}")
    record IncidentOpened(@NotBlank String incidentId, @NotBlank String service, @NotBlank String symptom,
            @NotBlank String severity, @NotBlank String impact, @NotBlank String since, @NotBlank String summary,
            @NotBlank String runbook) implements IncidentEvent {}

    /**
     * There is news of it.
     *
     * @param state null where it stays as it is; as the impact
     * @param by who says so; null for the rules
     */
    @EventType(value = "incident-updated", subject = Incident.KIND + "/{incident_id}")
    @EmittedBy({SRE, ADMIN})
    record IncidentUpdated(@NotBlank String incidentId,
            @Pattern(regexp = "^(investigating|identified|monitoring)$") String state,
            @Pattern(regexp = "^(minor|major|critical)$") String impact, @NotBlank @Size(max = 500) String message,
            @Size(max = 100) String by) implements IncidentEvent {}

    /** It is over by itself. */
    @EventType(value = "incident-resolved", subject = Incident.KIND + "/{incident_id}")
    record IncidentResolved(@NotBlank String incidentId, @NotBlank String message) implements IncidentEvent {}

    /** Somebody says that it is over. */
    @EventType(value = "incident-closed", subject = Incident.KIND + "/{incident_id}")
    @EmittedBy({SRE, ADMIN})
    record IncidentClosed(@NotBlank String incidentId, @NotBlank @Size(max = 500) String message,
            @Size(max = 100) String by) implements IncidentEvent {}
}
