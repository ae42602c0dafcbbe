package dev.cartwright.order;

import dev.cartwright.http.door.Rules;
import dev.cartwright.shop.order.OrderEvent.OrderReceived;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What happens to an order triggers these. */
@ApplicationScoped
public class OrderFunctions {

    @Inject
    Rules rules;

    @Funq("order-received")
    @CloudEventMapping(trigger = "order-received")
    public Uni<Void> orderReceived(CloudEvent<OrderReceived> event) {
        return rules.on(event);
    }
}
