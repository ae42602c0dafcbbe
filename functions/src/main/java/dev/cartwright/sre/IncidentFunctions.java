package dev.cartwright.sre;

import dev.cartwright.http.door.Rules;
import dev.cartwright.operations.IncidentEvent.IncidentClosed;
import dev.cartwright.operations.IncidentEvent.IncidentOpened;
import dev.cartwright.operations.IncidentEvent.IncidentResolved;
import dev.cartwright.operations.IncidentEvent.IncidentUpdated;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What happens to an incident triggers these. */
@ApplicationScoped
public class IncidentFunctions {

    @Inject
    Rules rules;

    @Funq("incident-opened")
    @CloudEventMapping(trigger = "incident-opened")
    public Uni<Void> incidentOpened(CloudEvent<IncidentOpened> event) {
        return rules.on(event);
    }

    @Funq("incident-updated")
    @CloudEventMapping(trigger = "incident-updated")
    public Uni<Void> incidentUpdated(CloudEvent<IncidentUpdated> event) {
        return rules.on(event);
    }

    @Funq("incident-resolved")
    @CloudEventMapping(trigger = "incident-resolved")
    public Uni<Void> incidentResolved(CloudEvent<IncidentResolved> event) {
        return rules.on(event);
    }

    @Funq("incident-closed")
    @CloudEventMapping(trigger = "incident-closed")
    public Uni<Void> incidentClosed(CloudEvent<IncidentClosed> event) {
        return rules.on(event);
    }
}
