package dev.cartwright.subject;

import dev.cartwright.http.door.Rules;
import dev.cartwright.rules.SystemEvent.PropertyChanged;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What Cartwright itself tells of a subject, of any kind, triggers these. */
@ApplicationScoped
public class SubjectFunctions {

    @Inject
    Rules rules;

    @Funq("subject-property-changed")
    @CloudEventMapping(trigger = "subject-property-changed")
    public Uni<Void> subjectPropertyChanged(CloudEvent<PropertyChanged> event) {
        return rules.on(event);
    }
}
