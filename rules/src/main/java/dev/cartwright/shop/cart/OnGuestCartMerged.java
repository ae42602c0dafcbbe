package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.GuestCarts.GUEST_CARTS;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.cart.CartEvent.GuestCartMerged;
import java.util.List;

/** A guest's cart comes to the user that the guest turned out to be. */
@AutoService(RuleBook.class)
public final class OnGuestCartMerged implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-guest-cart-merged")
                        .describedAs("Add what is new of the guest's cart, and remember what was taken of it")
                        .on(GuestCartMerged.class)
                        .when(subjectIs("user/{user_id}"))
                        .then(set(CART, (merged, user) ->
                                        GuestCarts.merged(user.get(CART), user.get(GUEST_CARTS), merged)),
                                update(GUEST_CARTS, GuestCarts::remembered)));
    }
}
