package dev.cartwright.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.Rule;
import org.junit.jupiter.api.Test;

class ShopTest {

    @Test
    void hasTheseEventsInTheseGroups() {
        assertThat(Shop.events().types()).filteredOn(type -> !type.group().equals("operations"))
                .extracting(type -> type.group() + ": " + type.name() + " of "
                + type.subject())
                .containsExactlyInAnyOrder("cart: product-added-to-cart of user/{user_id}",
                        "cart: product-removed-from-cart of user/{user_id}",
                        "cart: order-placed of user/{user_id}",
                        "cart: guest-signed-in of user/{guest_id}",
                        "cart: guest-cart-merged of user/{user_id}",
                        "cart: user-profile-updated of user/{user_id}",
                        "order: order-received of order/{order_id}",
                        "product: product-demanded of product/{product_id}",
                        "product: product-listed of product/{product_id}",
                        "product: product-catalogued of catalog/{catalog}",
                        "shop: demand-counted of shop/{slot}",
                        "shop: sale-counted of shop/{slot}");
    }

    @Test
    void findsAllItsRules() {
        assertThat(Shop.rules().rules()).extracting(Rule::name).containsSubsequence(
                "on-guest-cart-merged", "on-guest-signed-in", "on-order-placed-store-event-sourcing",
                "on-product-added-store-event-sourcing", "on-product-removed-store-event-sourcing",
                "on-cart-of-signed-in-guest", "on-user-profile-updated", "on-order-received-count-sale",
                "on-order-received", "on-product-catalogued", "on-product-demanded", "on-product-listed", "on-demand-counted", "on-sale-counted");
    }

    @Test
    void everyRuleSaysWhatItIsFor() {
        assertThat(Shop.rules().rules()).allSatisfy(rule -> assertThat(rule.description()).as(rule.name())
                .isNotBlank());
    }

    @Test
    void everyTypeHasARule() {
        assertThat(Shop.events().types()).extracting(DeclaredType::name)
                .allSatisfy(type -> assertThat(Shop.rules().on(type)).as(type).isNotEmpty());
    }
}
