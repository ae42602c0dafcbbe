package dev.cartwright.sre;

import dev.cartwright.http.door.Rules;
import dev.cartwright.operations.AvailabilityEvent.RequestsCounted;
import dev.cartwright.operations.RegisterEvent.ServiceRegistered;
import dev.cartwright.operations.ServiceEvent.InstanceJoined;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.ServiceUpdated;
import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.operations.ServiceEvent.SymptomCeased;
import dev.cartwright.operations.ServiceEvent.SymptomDismissed;
import dev.cartwright.operations.ServiceEvent.SymptomNoticed;
import dev.cartwright.operations.ServiceEvent.SymptomOver;
import dev.cartwright.operations.ServiceEvent.SymptomStands;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What happens to a service, and what is told of it, triggers these. */
@ApplicationScoped
public class ServiceFunctions {

    @Inject
    Rules rules;

    @Funq("instance-joined")
    @CloudEventMapping(trigger = "instance-joined")
    public Uni<Void> instanceJoined(CloudEvent<InstanceJoined> event) {
        return rules.on(event);
    }

    @Funq("instance-left")
    @CloudEventMapping(trigger = "instance-left")
    public Uni<Void> instanceLeft(CloudEvent<InstanceLeft> event) {
        return rules.on(event);
    }

    @Funq("service-silent")
    @CloudEventMapping(trigger = "service-silent")
    public Uni<Void> serviceSilent(CloudEvent<ServiceSilent> event) {
        return rules.on(event);
    }

    @Funq("subjects-replayed")
    @CloudEventMapping(trigger = "subjects-replayed")
    public Uni<Void> subjectsReplayed(CloudEvent<SubjectsReplayed> event) {
        return rules.on(event);
    }

    @Funq("service-updated")
    @CloudEventMapping(trigger = "service-updated")
    public Uni<Void> serviceUpdated(CloudEvent<ServiceUpdated> event) {
        return rules.on(event);
    }

    @Funq("service-registered")
    @CloudEventMapping(trigger = "service-registered")
    public Uni<Void> serviceRegistered(CloudEvent<ServiceRegistered> event) {
        return rules.on(event);
    }

    @Funq("requests-counted")
    @CloudEventMapping(trigger = "requests-counted")
    public Uni<Void> requestsCounted(CloudEvent<RequestsCounted> event) {
        return rules.on(event);
    }

    @Funq("symptom-noticed")
    @CloudEventMapping(trigger = "symptom-noticed")
    public Uni<Void> symptomNoticed(CloudEvent<SymptomNoticed> event) {
        return rules.on(event);
    }

    @Funq("symptom-stands")
    @CloudEventMapping(trigger = "symptom-stands")
    public Uni<Void> symptomStands(CloudEvent<SymptomStands> event) {
        return rules.on(event);
    }

    @Funq("symptom-ceased")
    @CloudEventMapping(trigger = "symptom-ceased")
    public Uni<Void> symptomCeased(CloudEvent<SymptomCeased> event) {
        return rules.on(event);
    }

    @Funq("symptom-over")
    @CloudEventMapping(trigger = "symptom-over")
    public Uni<Void> symptomOver(CloudEvent<SymptomOver> event) {
        return rules.on(event);
    }

    @Funq("symptom-dismissed")
    @CloudEventMapping(trigger = "symptom-dismissed")
    public Uni<Void> symptomDismissed(CloudEvent<SymptomDismissed> event) {
        return rules.on(event);
    }
}
