package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cartwright.browser.Shopping.PATIENTLY;
import static dev.cartwright.browser.Shopping.add;
import static dev.cartwright.browser.Shopping.button;
import static dev.cartwright.browser.Shopping.cart;
import static dev.cartwright.browser.Shopping.shop;
import static dev.cartwright.browser.Shopping.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The parts of the shop, each by itself: where nothing is known yet, for those who cannot see, and on other pages. */
class ShopPartsIT {

    @Test
    void activity_tells_what_others_add_and_what_one_did_before() {
        try (var visitor = Visitor.comes(); var stranger = Visitor.comes()) {
            var tab = shop(visitor);
            var other = shop(stranger);
            var activity = tab.locator("live-activity");
            assertThat(other.locator("top-products")).not().containsText("Counting", PATIENTLY);
            add(tab, "Wall clock");
            assertThat(activity).containsText("You added Wall clock", PATIENTLY);
            assertThat(other.locator("live-activity")).containsText("Somebody added Wall clock", PATIENTLY);
            assertThat(activity).not().containsText("Somebody added Wall clock");
            tab.reload();
            assertThat(activity).containsText("You added Wall clock", PATIENTLY);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void nothing_is_said_to_be_empty_before_that_is_known() {
        try (var visitor = Visitor.comes()) {
            visitor.context().route("**/guests", Route::abort);
            var tab = visitor.opens("/shop");
            for (var part : new String[] {"product-list", "order-status", "top-products", "live-activity"}) {
                assertThat(tab.locator(part)).containsText("The shop cannot be reached right now.", PATIENTLY);
            }
            assertThat(cart(tab)).containsText("What is in it shows when the shop can be reached.");
            assertThat(cart(tab)).not().containsText("0 pieces");
            assertThat(tab.locator("order-status")).not().containsText("No order yet");
            visitor.context().unroute("**/guests");
            button(tab, "Add Clay teapot to the cart").waitFor();
            assertThat(cart(tab)).containsText("0 pieces", PATIENTLY);
            assertThat(tab.locator("order-status")).containsText("No order yet", PATIENTLY);
        }
    }

    @Test
    void keyboard_stays_where_it_was_when_what_it_was_on_goes() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            add(tab, "Clay teapot");
            var less = button(tab, "One Clay teapot less");
            less.focus();
            tab.keyboard().press("Enter");
            assertThat(less).not().isAttached();
            assertThat(cart(tab).locator("h2")).isFocused();
        }
    }

    @Test
    void what_is_told_to_readers_is_told_once() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            add(tab, "Clay teapot");
            assertThat(tab.locator("live-activity li")).hasCount(1);
            tab.locator("shopping-cart [role=status], product-list [role=status], live-activity li")
                    .evaluateAll("all => { window.told = all; }");
            add(tab, "Fruit bowl");
            assertThat(cart(tab)).containsText("2 pieces", PATIENTLY);
            assertThat(tab.locator("product-list [role=status]")).hasText("Fruit bowl added");
            assertThat(tab.locator("live-activity li")).hasCount(2);
            assertThat(tab.evaluate("told.length === 3 && told.every(one => one.isConnected)")).isEqualTo(true);
        }
    }

    @Test
    void nothing_jumps_while_a_phone_loads_the_shop() {
        try (var visitor = Visitor.comes(new NewContextOptions().setViewportSize(360, 740))) {
            visitor.context().addInitScript("""
                    window.jumps = [];
                    new PerformanceObserver(list => list.getEntries().forEach(one => jumps.push(one.value)))
                      .observe({ type: 'layout-shift', buffered: true });""");
            var tab = shop(visitor);
            assertThat(cart(tab)).containsText("0 pieces", PATIENTLY);
            // What counts as good is less than a tenth.
            assertThat((boolean) tab.evaluate("jumps.reduce((sum, one) => sum + one, 0) < 0.05")).isTrue();
        }
    }

    @Test
    void who_has_not_sent_everything_stays_signed_in() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            add(tab, "Clay teapot");
            signIn(tab, "Bea " + UUID.randomUUID());
            assertThat(cart(tab)).containsText("Place the order", PATIENTLY);
            visitor.context().setOffline(true);
            button(tab, "Place the order").click();
            assertThat(tab.locator("order-status")).containsText("Kept in this browser", PATIENTLY);
            tab.locator("shop-account button").click();
            assertThat(tab.locator("shop-account")).containsText("Sign out when you are connected again", PATIENTLY);
            visitor.context().setOffline(false);
            assertThat(tab.locator("order-status")).containsText("Received: done", PATIENTLY);
        }
    }

    @Test
    void shelves_that_take_long_say_so() {
        try (var visitor = Visitor.comes()) {
            visitor.context().route("**/live?**", route -> { });
            var tab = visitor.opens("/shop");
            assertThat(tab.locator("product-list")).containsText("The shelves take longer than usual", PATIENTLY);
            assertThat(tab.locator("live-activity")).containsText("Listening");
        }
    }

    @Test
    void who_signs_in_while_something_is_on_its_way_need_not_try_again() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            var sent = new CompletableFuture<Route>();
            visitor.context().route("**/events", route -> {
                if (!sent.complete(route)) {
                    route.resume();
                }
            });
            add(tab, "Clay teapot");
            tab.waitForCondition(sent::isDone);
            signIn(tab, "Dora " + UUID.randomUUID());
            assertThat(tab.locator("dialog button[type=submit]")).isDisabled();
            sent.join().resume();
            assertThat(cart(tab)).containsText("Place the order", PATIENTLY);
            assertThat(cart(tab)).containsText("Clay teapot", PATIENTLY);
        }
    }

    @Test
    void cart_stands_on_a_page_from_elsewhere_with_one_script_tag() {
        try (var visitor = Visitor.comes()) {
            var tab = friend(visitor, "shopping-cart");
            assertThat(cart(tab)).containsText("0 pieces", PATIENTLY);
            wantTeapot(tab);
            assertThat(cart(tab)).containsText("Clay teapot", PATIENTLY);
            assertThat(cart(tab)).containsText("€34.00", PATIENTLY);
            tab.waitForFunction("document.querySelector('shopping-cart').shadowRoot.querySelector('img').naturalWidth > 0");
            assertThat(color(tab)).isEqualTo("rgb(255, 253, 249)");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void shopper_signs_in_and_orders_on_a_page_from_elsewhere() {
        try (var visitor = Visitor.comes()) {
            var tab = friend(visitor, "shopping-cart", "shop-account", "order-status");
            assertThat(cart(tab)).containsText("0 pieces", PATIENTLY);
            wantTeapot(tab);
            signIn(tab, "Cleo " + UUID.randomUUID());
            button(tab, "Place the order").click();
            assertThat(tab.locator("order-status")).containsText("Received: done", PATIENTLY);
            assertThat(tab.locator("order-status")).containsText("1 × Clay teapot");
        }
    }

    /** A page from elsewhere with a script tag and a tag of each of these parts. */
    private static Page friend(Visitor visitor, String... parts) {
        var body = new StringBuilder("<!DOCTYPE html><title>friend</title>");
        for (var part : parts) {
            body.append("<script type=module src='").append(RunningShop.shared().url("/shop/elements/" + part + ".js"))
                    .append("'></script><").append(part).append("></").append(part).append('>');
        }
        var tab = visitor.context().newPage();
        tab.route(RunningShop.FRIEND + "/", route -> route.fulfill(new FulfillOptions().setContentType("text/html")
                .setBody(body.toString())));
        tab.navigate(RunningShop.FRIEND + "/");
        return tab;
    }

    private static void wantTeapot(Page tab) {
        tab.evaluate("document.dispatchEvent(new CustomEvent('cart-add', { detail: { product_id: 'teapot', price: 34 } }))");
    }

    private static String color(Page tab) {
        return (String) cart(tab).locator("section").evaluate("card => getComputedStyle(card).backgroundColor");
    }
}
