package dev.cartwright.operations;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** What happens to a service, which is all its instances together. */
@FunctionGroup(InstanceEvent.GROUP)
public sealed interface ServiceEvent {

    @NotBlank
    String service();

    /** An instance began to work, or is heard of again. */
    @EventType(value = "instance-joined", subject = Service.KIND + "/{service}")
    record InstanceJoined(@NotBlank String service, @NotBlank String instance, @NotBlank String revision)
            implements ServiceEvent {}

    /** An instance ended as it was told to. */
    @EventType(value = "instance-left", subject = Service.KIND + "/{service}")
    record InstanceLeft(@NotBlank String service, @NotBlank String instance) implements ServiceEvent {}

    /** An instance says nothing any more, and did not say that it would end. */
    @EventType(value = "service-silent", subject = Service.KIND + "/{service}")
    record ServiceSilent(@NotBlank String service, @NotBlank String instance, @NotBlank String since)
            implements ServiceEvent {}

    /** The first instance of a revision began to work. */
    @EventType(value = "service-updated", subject = Service.KIND + "/{service}")
    record ServiceUpdated(@NotBlank String service, @NotBlank String revision) implements ServiceEvent {}

    /** An instance folded many subjects again from their logs. */
    @EventType(value = "subjects-replayed", subject = Service.KIND + "/{service}")
    record SubjectsReplayed(@NotBlank String service, @NotBlank String instance, @NotBlank String since,
            @NotBlank String until, @NotNull @PositiveOrZero Long subjects) implements ServiceEvent {}

    /** An instance shows a symptom for long enough to believe it. */
    @EventType(value = "symptom-noticed", subject = Service.KIND + "/{service}")
    record SymptomNoticed(@NotBlank String service, @NotBlank String instance, @NotBlank String symptom,
            @NotBlank String since) implements ServiceEvent {}

    /** An instance still shows a symptom. */
    @EventType(value = "symptom-stands", subject = "service/{service}")
    record SymptomStands(@NotBlank String service, @NotBlank String instance, @NotBlank String symptom)
            implements ServiceEvent {}

    /** An instance shows a symptom no longer. */
    @EventType(value = "symptom-ceased", subject = Service.KIND + "/{service}")
    record SymptomCeased(@NotBlank String service, @NotBlank String instance, @NotBlank String symptom)
            implements ServiceEvent {}

    /** It did not come back for long enough to believe that it is over. */
    @EventType(value = "symptom-over", subject = Service.KIND + "/{service}")
    record SymptomOver(@NotBlank String service, @NotBlank String instance, @NotBlank String symptom)
            implements ServiceEvent {}

    /** Somebody closed the incident: what it was about is forgotten. */
    @EventType(value = "symptom-dismissed", subject = Service.KIND + "/{service}")
    record SymptomDismissed(@NotBlank String service, @NotBlank String symptom, @NotBlank String incidentId)
            implements ServiceEvent {}
}
