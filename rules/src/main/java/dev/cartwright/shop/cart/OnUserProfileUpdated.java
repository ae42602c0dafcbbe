package dev.cartwright.shop.cart;

import static dev.cartwright.rules.Conditions.subjectIs;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Rule.rule;

import com.google.auto.service.AutoService;
import dev.cartwright.rules.Property;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleBook;
import dev.cartwright.shop.cart.CartEvent.UserProfileUpdated;
import java.util.List;

/** A user tells something about oneself. */
@AutoService(RuleBook.class)
public final class OnUserProfileUpdated implements RuleBook {

    static final Property<String> NAME = Property.text("name");

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                rule("on-user-profile-updated")
                        .describedAs("Remember how the user wants to be called")
                        .on(UserProfileUpdated.class)
                        .when(subjectIs("user/{user_id}"))
                        .then(set(NAME, UserProfileUpdated::name)));
    }
}
