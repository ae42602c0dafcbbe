package dev.cartwright.sre;

import dev.cartwright.http.door.Rules;
import dev.cartwright.operations.InstanceEvent.FunctionStarted;
import dev.cartwright.operations.InstanceEvent.FunctionStopped;
import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.InstanceEvent.InstanceLost;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What an instance tells of itself triggers these. */
@ApplicationScoped
public class InstanceFunctions {

    @Inject
    Rules rules;

    @Funq("function-started")
    @CloudEventMapping(trigger = "function-started")
    public Uni<Void> functionStarted(CloudEvent<FunctionStarted> event) {
        return rules.on(event);
    }

    @Funq("function-stopped")
    @CloudEventMapping(trigger = "function-stopped")
    public Uni<Void> functionStopped(CloudEvent<FunctionStopped> event) {
        return rules.on(event);
    }

    @Funq("instance-lost")
    @CloudEventMapping(trigger = "instance-lost")
    public Uni<Void> instanceLost(CloudEvent<InstanceLost> event) {
        return rules.on(event);
    }

    @Funq("health-sampled")
    @CloudEventMapping(trigger = "health-sampled")
    public Uni<Void> healthSampled(CloudEvent<HealthSampled> event) {
        return rules.on(event);
    }
}
