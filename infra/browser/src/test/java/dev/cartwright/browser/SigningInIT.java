package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shoppers who sign in with what an OpenID Connect server has signed, and whose keys the shop asks it for. */
class SigningInIT {

    private static final Duration LONG = Duration.ofHours(1);
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    private static GuardedShop shop;

    private final String name = "ada-" + UUID.randomUUID();
    private Visitor visitor;
    private Page tab;

    @BeforeAll
    static void start() {
        Chromium.shared();
        shop = GuardedShop.start(Map.of());
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @BeforeEach
    void shops_as_a_guest() {
        visitor = Visitor.comes(shop::url);
        tab = visitor.opens("/shop");
        button(tab, "Add Wall clock to the cart").click();
        assertThat(cart(tab)).containsText("Wall clock", PATIENTLY);
    }

    @AfterEach
    void leaves() {
        visitor.close();
    }

    @Test
    void guest_keeps_the_cart_and_is_followed_no_longer() {
        var other = visitor.opens("/shop");
        assertThat(cart(other)).containsText("Wall clock", PATIENTLY);
        signIn(shop.token(name, LONG));
        for (var page : List.of(tab, other)) {
            assertThat(cart(page)).containsText("Place the order", PATIENTLY);
            assertThat(cart(page)).containsText("Wall clock", PATIENTLY);
        }
        var streams = visitor.streams();
        assertThat(streams.get(streams.size() - 1)).contains("user%2F" + name).doesNotContain("guest-");
        button(other, "Place the order").click();
        assertThat(tab.locator("order-status")).containsText("€39.00", PATIENTLY);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void what_was_the_shoppers_is_shown_no_longer_once_signed_out() {
        signIn(shop.token(name, LONG));
        assertThat(cart(tab)).containsText("Wall clock", PATIENTLY);
        button(tab, "Place the order").click();
        assertThat(tab.locator("order-status")).containsText("€39.00", PATIENTLY);
        button(tab, "Add Clay teapot to the cart").click();
        assertThat(cart(tab)).containsText("Clay teapot", PATIENTLY);
        button(tab, "Signed in as " + name + ": sign out").click();
        assertThat(cart(tab)).containsText("0 pieces", PATIENTLY);
        assertThat(cart(tab)).not().containsText("Clay teapot");
        assertThat(tab.locator("order-status")).not().containsText("€39.00");
        assertThat(tab.locator("live-activity")).not().containsText("Clay teapot");
        assertThat(tab.locator("shop-account")).not().containsText(name);
    }

    @Test
    void token_for_another_shop_changes_nothing() {
        signIn(shop.tokenForAnotherShop(name));
        assertThat(tab.locator("dialog [role=alert]")).containsText("this token is not good here", PATIENTLY);
        button(tab, "Not now").click();
        assertThat(cart(tab)).containsText("Wall clock");
        assertThat(button(tab, "Sign in")).isVisible();
        assertThat(tab.locator("connection-status")).containsText("Live");
    }

    @Test
    void shopper_whose_token_has_ended_is_asked_for_another_and_goes_on() {
        signIn(shop.token(name, Duration.ofSeconds(8)));
        assertThat(cart(tab)).containsText("Place the order", PATIENTLY);
        assertThat(tab.locator("dialog")).containsText("Your token is good no longer", PATIENTLY);
        submit(shop.token(name, LONG));
        assertThat(tab.locator("dialog")).hasCount(0);
        button(tab, "Add Clay teapot to the cart").click();
        assertThat(tab.locator("live-activity")).containsText("Clay teapot", PATIENTLY);
        assertThat(cart(tab)).containsText("2 pieces");
    }

    private void signIn(String token) {
        button(tab, "Sign in to order").click();
        submit(token);
    }

    private void submit(String token) {
        tab.getByLabel("Your token").fill(token);
        tab.locator("dialog button[type=submit]").click();
    }

    private static Locator cart(Page tab) {
        return tab.locator("shopping-cart");
    }

    private static Locator button(Page tab, String name) {
        return tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
