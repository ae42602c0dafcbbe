package dev.cartwright.trade;

import dev.cartwright.http.door.Rules;
import dev.cartwright.shop.trade.TradeEvent.DemandCounted;
import dev.cartwright.shop.trade.TradeEvent.SaleCounted;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the shop counts triggers these. */
@ApplicationScoped
public class ShopFunctions {

    @Inject
    Rules rules;

    @Funq("demand-counted")
    @CloudEventMapping(trigger = "demand-counted")
    public Uni<Void> demandCounted(CloudEvent<DemandCounted> event) {
        return rules.on(event);
    }

    @Funq("sale-counted")
    @CloudEventMapping(trigger = "sale-counted")
    public Uni<Void> saleCounted(CloudEvent<SaleCounted> event) {
        return rules.on(event);
    }
}
