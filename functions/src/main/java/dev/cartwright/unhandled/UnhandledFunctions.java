package dev.cartwright.unhandled;

import dev.cartwright.http.door.Rules;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An event of a type that triggers nothing else is kept in its subject's history. */
@ApplicationScoped
public class UnhandledFunctions {

    @Inject
    Rules rules;

    @Funq("unhandled")
    @CloudEventMapping(trigger = "*")
    public Uni<Void> unhandled(CloudEvent<byte[]> event) {
        return rules.on(event);
    }
}
