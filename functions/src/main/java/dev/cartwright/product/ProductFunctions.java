package dev.cartwright.product;

import dev.cartwright.http.door.Rules;
import dev.cartwright.shop.product.ProductEvent.ProductCatalogued;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import dev.cartwright.shop.product.ProductEvent.ProductListed;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What happens to a product triggers these. */
@ApplicationScoped
public class ProductFunctions {

    @Inject
    Rules rules;

    @Funq("product-demanded")
    @CloudEventMapping(trigger = "product-demanded")
    public Uni<Void> productDemanded(CloudEvent<ProductDemanded> event) {
        return rules.on(event);
    }

    @Funq("product-listed")
    @CloudEventMapping(trigger = "product-listed")
    public Uni<Void> productListed(CloudEvent<ProductListed> event) {
        return rules.on(event);
    }

    @Funq("product-catalogued")
    @CloudEventMapping(trigger = "product-catalogued")
    public Uni<Void> productCatalogued(CloudEvent<ProductCatalogued> event) {
        return rules.on(event);
    }
}
