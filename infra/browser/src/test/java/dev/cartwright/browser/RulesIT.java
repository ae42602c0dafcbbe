package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map of the rules, of the rules that really run. */
class RulesIT {

    private static final String ADDED = "on-product-added-store-event-sourcing";
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

    @Test
    void map_shows_every_rule_with_its_events_and_lines() {
        try (var visitor = Visitor.comes()) {
            var tab = map(visitor);
            var rules = Pattern.compile("\"rule\":\"([^\"]+)\"")
                    .matcher(RunningShop.shared().get("/views/rules").body()).results().map(one -> one.group(1)).toList();
            assertThat(rules).contains(ADDED).hasSizeGreaterThan(20);
            assertThat(tab.locator(".node.rule .name").allTextContents()).containsExactlyInAnyOrderElementsOf(rules);
            assertThat(tab.locator("path[data-rule='" + ADDED + "']")).hasCount(2);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void counts_move_while_one_looks() {
        var wide = new NewContextOptions().setViewportSize(1440, 960).setReducedMotion(ReducedMotion.REDUCE);
        try (var visitor = Visitor.comes(wide)) {
            var tab = map(visitor);
            var counts = rule(tab).locator(".counts");
            var before = counts.textContent();
            for (int i = 0; i < 3; i++) {
                addProduct();
            }
            assertThat(counts).not().hasText(before, new HasTextOptions().setTimeout(60_000));
            assertThat(counts).containsText("a minute", PATIENTLY);
            assertThat(tab.locator("#facts")).containsText("fired in the last minute");
            tab.screenshot(new ScreenshotOptions().setPath(Path.of("target", "rules.png")));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void click_on_a_rule_shows_its_sentence_and_where_it_stands() {
        try (var visitor = Visitor.comes()) {
            var tab = map(visitor);
            rule(tab).click();
            var detail = tab.locator("#detail");
            assertThat(detail).containsText("Remember what the shopper added last");
            assertThat(detail).containsText("subject is user/{user_id}");
            assertThat(detail).containsText(Pattern.compile("OnProductAdded\\.java:\\d+"));
            assertThat(node(tab, "product-added-to-cart", "in")).not().hasClass(Pattern.compile("far"));
            assertThat(node(tab, "order-placed", "in")).hasClass(Pattern.compile("far"));
            detail.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("product-demanded")).click();
            assertThat(detail).containsText("on-product-demanded");
            assertThat(tab).hasURL(Pattern.compile("#event=product-demanded$"));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void map_is_used_by_keyboard_alone() {
        try (var visitor = Visitor.comes()) {
            var tab = map(visitor);
            tab.keyboard().press("/");
            tab.keyboard().type("product-added last_product_added");
            assertThat(tab.locator(".node.rule:visible")).hasCount(1);
            node(tab, "product-added-to-cart", "in").focus();
            tab.keyboard().press("ArrowRight");
            assertThat(rule(tab)).isFocused();
            tab.keyboard().press("Enter");
            assertThat(tab.locator("#detail")).isVisible();
            tab.keyboard().press("Escape");
            assertThat(tab.locator("#detail")).isHidden();
            assertThat(rule(tab)).isFocused();
        }
    }

    @Test
    void list_tells_the_same() {
        try (var visitor = Visitor.comes()) {
            var tab = map(visitor);
            int rules = tab.locator(".node.rule").count();
            button(tab, "List").click();
            assertThat(tab.locator(".list tbody tr")).hasCount(rules);
            button(tab, "order").click();
            assertThat(tab.locator(".list tbody tr:visible")).hasCount(2);
            tab.locator(".list tr:visible").getByText("order-received", new Locator.GetByTextOptions().setExact(true))
                    .first().click();
            assertThat(tab.locator("#detail")).containsText("Event · order");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,900", "DARK,1280,900", "LIGHT,390,844", "DARK,390,844"})
    void nobody_is_shut_out(ColorScheme scheme, int width, int height) {
        var still = new NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height).setIsMobile(width < 500);
        try (var visitor = Visitor.comes(still)) {
            var tab = map(visitor);
            Accessibility.assertNoFault(tab);
            assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            rule(tab).click();
            assertThat(tab.locator("#detail")).isInViewport();
            Accessibility.assertNoFault(tab);
            tab.keyboard().press("Escape");
            button(tab, "List").click();
            Accessibility.assertNoFault(tab);
        }
    }

    private static void addProduct() {
        var user = "map-" + UUID.randomUUID();
        var answer = RunningShop.shared().post("/events", "application/json",
                "{\"type\":\"product-added-to-cart\",\"timestamp\":\"" + Instant.now()
                        + "\",\"product_id\":\"123\",\"user_id\":\"" + user + "\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private static Page map(Visitor visitor) {
        var tab = visitor.opens("/rules");
        rule(tab).waitFor();
        return tab;
    }

    private static Locator rule(Page tab) {
        return node(tab, ADDED, "rule");
    }

    private static Locator node(Page tab, String name, String side) {
        return tab.locator(".node." + side).filter(new Locator.FilterOptions().setHas(
                tab.locator(".name", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))));
    }

    private static Locator button(Page tab, String name) {
        return tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
