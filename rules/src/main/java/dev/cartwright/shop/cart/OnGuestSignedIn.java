package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.shop.cart.GuestCarts.SIGNED_IN_AS;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.cart.CartEvent.GuestSignedIn;
import java.util.List;

/** A guest turns out to be a user. */
@AutoService(RuleBook.class)
public final class OnGuestSignedIn implements RuleBook {

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-guest-signed-in")
                        .describedAs("Remember whom the guest turned out to be: the first, if there are several")
                        .on(GuestSignedIn.class)
                        .when(subjectIs("user/guest-{guest_id}"))
                        .then(update(SIGNED_IN_AS, (user, signedIn) -> user.orElse(signedIn.userId()))));
    }
}
