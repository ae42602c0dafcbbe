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
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo shop as shoppers use it. */
class ShopIT {

    @Test
    void shelves_are_what_was_listed() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            assertThat(tab.locator("product-list li")).hasCount(20);
            button(tab, "Desk").click();
            assertThat(tab.locator("product-list li")).hasCount(4);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void two_tabs_of_a_shopper_show_one_cart() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            var other = shop(visitor);
            add(tab, "Clay teapot");
            add(other, "Fruit bowl");
            for (var page : List.of(tab, other)) {
                assertThat(cart(page)).containsText("2 pieces", PATIENTLY);
                assertThat(cart(page)).containsText("€62.00");
            }
            button(other, "One Clay teapot less").click();
            assertThat(cart(tab)).containsText("1 piece", PATIENTLY);
            assertThat(visitor.streams()).hasSizeLessThanOrEqualTo(2);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void what_goes_into_carts_anywhere_rises_among_what_is_wanted_most() {
        try (var visitor = Visitor.comes(); var stranger = Visitor.comes()) {
            var wanted = shop(visitor).locator("top-products");
            var other = shop(stranger);
            int more = mostAdds() + 1;
            for (int i = 0; i < more; i++) {
                add(other, "Striped blanket");
            }
            assertThat(wanted.locator("li").first()).containsText("Striped blanket", PATIENTLY);
            assertThat(wanted.locator("li").first()).containsText(more + "×", PATIENTLY);
            assertThat(wanted.locator("li").nth(5)).not().isAttached();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void nothing_wanted_yet_is_told_only_when_that_is_known() {
        try (var visitor = Visitor.comes()) {
            var counted = new CompletableFuture<Route>();
            visitor.context().route("**/live?**", counted::complete);
            var wanted = visitor.opens("/shop").locator("top-products");
            assertThat(wanted).containsText("Counting", PATIENTLY);
            wanted.page().waitForCondition(counted::isDone);
            counted.join().fulfill(new FulfillOptions().setContentType("text/event-stream").setBody(message(
                    "view-changed", "view/top-products", "{\"name\":\"top-products\",\"rows\":[]}")));
            assertThat(wanted).containsText("Be the first", PATIENTLY);
        }
    }

    @Test
    void guest_signs_in_keeps_the_cart_and_orders() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            var other = shop(visitor);
            add(tab, "Wall clock");
            assertThat(cart(other)).containsText("Wall clock", PATIENTLY);
            signIn(tab, "Ada " + UUID.randomUUID());
            for (var page : List.of(tab, other)) {
                assertThat(cart(page)).containsText("Place the order", PATIENTLY);
                assertThat(cart(page)).containsText("Wall clock", PATIENTLY);
            }
            button(other, "Place the order").click();
            for (var page : List.of(tab, other)) {
                assertThat(page.locator("order-status")).containsText("Received: done", PATIENTLY);
                assertThat(page.locator("order-status")).containsText("€39.00", PATIENTLY);
                assertThat(cart(page)).containsText("0 pieces", PATIENTLY);
            }
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void what_is_done_offline_is_shown_at_once_and_sent_later() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            var other = shop(visitor);
            add(tab, "Clay teapot");
            assertThat(tab.locator("live-activity")).containsText("Clay teapot", PATIENTLY);
            assertThat(cart(other)).containsText("1 piece", PATIENTLY);
            visitor.context().setOffline(true);
            assertThat(tab.locator("connection-status")).containsText("Offline", PATIENTLY);
            add(tab, "Fruit bowl");
            assertThat(cart(tab)).containsText("2 pieces");
            assertThat(cart(other)).containsText("2 pieces");
            assertThat(cart(tab)).containsText("You are offline");
            assertThat(tab.locator("connection-status")).containsText("1 to send", PATIENTLY);
            visitor.context().setOffline(false);
            assertThat(tab.locator("connection-status")).containsText("Live", PATIENTLY);
            assertThat(tab.locator("live-activity")).containsText("Fruit bowl", PATIENTLY);
            assertThat(cart(tab)).containsText("2 pieces");
        }
    }

    @Test
    void empty_shelves_say_how_they_are_filled() {
        try (var visitor = Visitor.comes()) {
            visitor.context().route("**/live?**", route -> route.fulfill(new FulfillOptions()
                    .setContentType("text/event-stream").setBody(state("catalog/all"))));
            var tab = visitor.opens("/shop");
            assertThat(tab.locator("product-list")).containsText("./deploy.sh seed", PATIENTLY);
        }
    }

    @Test
    void shop_is_used_by_keyboard_alone() {
        try (var visitor = Visitor.comes()) {
            var tab = shop(visitor);
            tab.keyboard().press("Tab");
            assertThat(tab.getByText("To the products")).isFocused();
            button(tab, "Add Clay teapot to the cart").focus();
            tab.keyboard().press("Enter");
            assertThat(cart(tab)).containsText("1 piece", PATIENTLY);
            var more = button(tab, "One Clay teapot more");
            more.focus();
            tab.keyboard().press("Enter");
            assertThat(cart(tab)).containsText("2 pieces", PATIENTLY);
            assertThat(more).isFocused();
            button(tab, "Sign in to order").focus();
            tab.keyboard().press("Enter");
            assertThat(tab.getByLabel("Your name")).isFocused();
            tab.keyboard().press("Escape");
            assertThat(tab.locator("dialog")).hasCount(0);
        }
    }

    @Test
    void phone_needs_no_sideways_scrolling_and_has_a_way_to_the_cart() {
        try (var visitor = Visitor.comes(new NewContextOptions().setViewportSize(360, 740).setIsMobile(true))) {
            var tab = shop(visitor);
            assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            add(tab, "Clay teapot");
            tab.locator("cart-bar a").click();
            assertThat(cart(tab)).isInViewport();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void nobody_is_shut_out(ColorScheme scheme) {
        // What fades in has less contrast while it does.
        var still = new NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
        try (var visitor = Visitor.comes(still)) {
            var tab = shop(visitor);
            add(tab, "Clay teapot");
            assertThat(cart(tab)).containsText("1 piece", PATIENTLY);
            Accessibility.assertNoFault(tab);
            button(tab, "Sign in to order").click();
            assertThat(tab.locator("dialog")).isVisible();
            Accessibility.assertNoFault(tab);
        }
    }

    /** What others have added of any one product. */
    private static int mostAdds() {
        return History.json(RunningShop.shared().get("/views/top-products").body()).at("/rows/0/adds").asInt();
    }

    /** A stream that tells of a subject nothing has happened to, and ends. */
    private static String state(String subject) {
        return message("subject-state", subject, "{\"subject\":\"" + subject
                + "\",\"version\":0,\"position\":null,\"time\":null,\"properties\":{}}");
    }

    private static String message(String type, String subject, String data) {
        return "id: 0-0\ndata: {\"specversion\":\"1.0\",\"id\":\"s\",\"source\":\"/c\",\"type\":\"" + type
                + "\",\"subject\":\"" + subject + "\",\"data\":" + data + "}\n\n";
    }
}
