package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Conditions.property;
import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.GuestCarts.HANDED_OVER;
import static dev.cartwright.shop.cart.GuestCarts.SIGNED_IN_AS;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.rules.Subject;
import dev.cartwright.shop.cart.CartEvent.GuestCartMerged;
import dev.cartwright.shop.cart.CartEvent.GuestSignedIn;
import dev.cartwright.shop.cart.CartEvent.ProductAddedToCart;
import dev.cartwright.shop.cart.CartEvent.ProductRemovedFromCart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A guest that signed in hands the cart over, then and with everything that happens to it later. Each time all that was
 * ever handed over is told, and the user's side counts what is new: in whatever order events come, nothing counts
 * twice, and what a late event changed reaches the user with the guest's next event, or when the guest signs in again.
 */
@AutoService(RuleBook.class)
public final class OnCartOfSignedInGuest implements RuleBook {

    /** What happened to the cart is handed over with the event that did it. */
    @Override
    public Set<Class<? extends RuleBook>> after() {
        return Set.of(OnGuestSignedIn.class, OnProductAdded.class, OnProductRemoved.class);
    }

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-cart-of-signed-in-guest")
                        .describedAs("Hand the guest's cart over to the user, and leave an empty one")
                        .<CartEvent>onAnyOf(GuestSignedIn.class, ProductAddedToCart.class, ProductRemovedFromCart.class)
                        .when(subjectIs("user/guest-{guest_id}"), property(SIGNED_IN_AS).isPresent())
                        .then(set(HANDED_OVER, OnCartOfSignedInGuest::all),
                                setTo(CART, Map.of()),
                                emit(GuestCartMerged.class, OnCartOfSignedInGuest::merged)));
    }

    private static Map<String, Long> all(CartEvent event, Subject guest) {
        var all = guest.get(HANDED_OVER, Map.of());
        for (var line : guest.get(CART, Map.of()).entrySet()) {
            all = Cart.plus(Optional.of(all), line.getKey(), line.getValue());
        }
        return event instanceof ProductRemovedFromCart removed
                ? Cart.minus(Optional.of(all), removed.productId(), removed.pieces()) : all;
    }

    private static GuestCartMerged merged(CartEvent event, Subject guest) {
        var user = guest.get(SIGNED_IN_AS).orElseThrow();
        return new GuestCartMerged(guest.name().substring("user/".length()), user, guest.get(HANDED_OVER, Map.of()));
    }
}
