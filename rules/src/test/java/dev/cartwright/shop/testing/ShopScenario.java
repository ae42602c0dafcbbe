package dev.cartwright.shop.testing;

import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.testing.GivenSubject;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.rules.testing.Scenario;
import dev.cartwright.shop.Shop;
import dev.cartwright.shop.cart.CartEvent.GuestCartMerged;
import dev.cartwright.shop.cart.CartEvent.GuestSignedIn;
import dev.cartwright.shop.cart.CartEvent.OrderPlaced;
import dev.cartwright.shop.cart.CartEvent.UserProfileUpdated;
import dev.cartwright.shop.order.OrderEvent.OrderReceived;
import dev.cartwright.shop.order.OrderLine;
import dev.cartwright.shop.product.ProductEvent.ProductCatalogued;
import dev.cartwright.shop.product.ProductEvent.ProductDemanded;
import dev.cartwright.shop.product.ProductEvent.ProductListed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Who is in the shop and what happens there; made for static import. */
public final class ShopScenario {

    private static final RuleSet RULES = Shop.rules();

    private ShopScenario() {}

    /** By all rules of the shop, of a subject as it is. */
    public static Scenario given(GivenSubject subject) {
        return Scenario.given(RULES, subject);
    }

    /** By all rules of the shop, after these events; of a new subject where there are none. */
    public static Scenario given(Happening... past) {
        return Scenario.given(RULES, past);
    }

    /** The shopper that the events speak of. */
    public static GivenSubject shopper() {
        return new GivenSubject(null, Map.of());
    }

    public static GivenSubject shopper(String id) {
        return GivenSubject.subject("user/" + id);
    }

    public static GivenSubject order(String id) {
        return GivenSubject.subject("order/" + id);
    }

    public static GivenSubject product(String id) {
        return GivenSubject.subject("product/" + id);
    }

    public static Click productAdded(String product) {
        return Click.added(product);
    }

    public static Click productRemoved(String product) {
        return Click.removed(product);
    }

    public static Order orderPlaced(String id, OrderLine... lines) {
        return user -> Happening.event(new OrderPlaced(id, user, lines.length == 0 ? null : List.of(lines)));
    }

    public static Order orderReceived(String id, OrderLine... lines) {
        return user -> Happening.event(new OrderReceived(id, user, lines.length == 0 ? null : List.of(lines)));
    }

    public static Happening productDemanded(String product, long quantity) {
        return Happening.event(new ProductDemanded(product, quantity));
    }

    /** In one category, with a picture of its own. */
    public static Happening productListed(String product, String name, String price) {
        return Happening.event(new ProductListed(product, name, new BigDecimal(price), "Kitchen", image(product)));
    }

    public static Happening productCatalogued(String product, String name, String price) {
        return Happening.event(new ProductCatalogued("all", product, name, new BigDecimal(price), "Kitchen",
                image(product)));
    }

    private static String image(String product) {
        return '/' + product + ".svg";
    }

    public static Happening userProfileUpdated(String user, String name) {
        return Happening.event(new UserProfileUpdated(user, name));
    }

    public static Happening guestSignedIn(String guest, String user) {
        return Happening.event(new GuestSignedIn(guest, user));
    }

    public static Happening guestCartMerged(String guest, String user, Map<String, Long> quantities) {
        return Happening.event(new GuestCartMerged(guest, user, quantities));
    }

    /** An order of somebody. */
    @FunctionalInterface
    public interface Order {

        Happening by(String user);
    }
}
