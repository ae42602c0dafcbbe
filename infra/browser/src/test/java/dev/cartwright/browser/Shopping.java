package dev.cartwright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;

/** What shoppers do in a tab. */
final class Shopping {

    static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    private Shopping() {}

    /** A tab with the shop, its shelves filled. */
    static Page shop(Visitor visitor) {
        var tab = visitor.opens("/shop");
        button(tab, "Add Clay teapot to the cart").waitFor();
        return tab;
    }

    static void add(Page tab, String product) {
        button(tab, "Add " + product + " to the cart").click();
    }

    static void signIn(Page tab, String name) {
        button(tab, "Sign in to order").click();
        tab.getByLabel("Your name").fill(name.substring(0, 12));
        tab.locator("dialog button[type=submit]").click();
    }

    static Locator cart(Page tab) {
        return tab.locator("shopping-cart");
    }

    static Locator button(Page tab, String name) {
        return tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
