package dev.cartwright.cart;

import dev.cartwright.http.door.Rules;
import dev.cartwright.shop.cart.CartEvent.GuestCartMerged;
import dev.cartwright.shop.cart.CartEvent.GuestSignedIn;
import dev.cartwright.shop.cart.CartEvent.OrderPlaced;
import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import dev.cartwright.shop.cart.CartEvent.ProductRemovedFromCart;
import dev.cartwright.shop.cart.CartEvent.UserProfileUpdated;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a shopper does triggers these. */
@ApplicationScoped
public class CartFunctions {

    @Inject
    Rules rules;

    @Funq("product-added-to-cart")
    @CloudEventMapping(trigger = "product-added-to-cart")
    public Uni<Void> productAddedToCart(CloudEvent<ProductAddedToCart> event) {
        return rules.on(event);
    }

    @Funq("product-removed-from-cart")
    @CloudEventMapping(trigger = "product-removed-from-cart")
    public Uni<Void> productRemovedFromCart(CloudEvent<ProductRemovedFromCart> event) {
        return rules.on(event);
    }

    @Funq("order-placed")
    @CloudEventMapping(trigger = "order-placed")
    public Uni<Void> orderPlaced(CloudEvent<OrderPlaced> event) {
        return rules.on(event);
    }

    @Funq("guest-signed-in")
    @CloudEventMapping(trigger = "guest-signed-in")
    public Uni<Void> guestSignedIn(CloudEvent<GuestSignedIn> event) {
        return rules.on(event);
    }

    @Funq("guest-cart-merged")
    @CloudEventMapping(trigger = "guest-cart-merged")
    public Uni<Void> guestCartMerged(CloudEvent<GuestCartMerged> event) {
        return rules.on(event);
    }

    @Funq("user-profile-updated")
    @CloudEventMapping(trigger = "user-profile-updated")
    public Uni<Void> userProfileUpdated(CloudEvent<UserProfileUpdated> event) {
        return rules.on(event);
    }
}
