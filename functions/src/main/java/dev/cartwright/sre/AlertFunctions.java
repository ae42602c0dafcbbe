package dev.cartwright.sre;

import dev.cartwright.http.door.Rules;
import dev.cartwright.operations.AlertEvent.AlertCleared;
import dev.cartwright.operations.AlertEvent.AlertRaised;
import dev.cartwright.operations.AlertEvent.AlertStands;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What somebody should be told of triggers these. */
@ApplicationScoped
public class AlertFunctions {

    @Inject
    Rules rules;

    @Funq("alert-raised")
    @CloudEventMapping(trigger = "alert-raised")
    public Uni<Void> alertRaised(CloudEvent<AlertRaised> event) {
        return rules.on(event);
    }

    @Funq("alert-stands")
    @CloudEventMapping(trigger = "alert-stands")
    public Uni<Void> alertStands(CloudEvent<AlertStands> event) {
        return rules.on(event);
    }

    @Funq("alert-cleared")
    @CloudEventMapping(trigger = "alert-cleared")
    public Uni<Void> alertCleared(CloudEvent<AlertCleared> event) {
        return rules.on(event);
    }

    /** Acknowledged when it is told outside. */
    @Funq("alert-notice")
    @CloudEventMapping(trigger = "alert-notice")
    public Uni<Void> alertNotice(CloudEvent<AlertNotice> event) {
        return rules.on(event);
    }
}
