package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map of the rules, of the rules that really run. */
class RulesIT {

    private static final String ADDED = "on-product-added-store-event-sourcing";
    private static final double PATIENCE = 60_000;
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(PATIENCE);
    private static final Pattern FIRED = Pattern.compile("(\\d+) (?:an|this) hour");

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
    void counts_go_up_while_one_looks() {
        var wide = new NewContextOptions().setViewportSize(1440, 960).setReducedMotion(ReducedMotion.REDUCE);
        try (var visitor = Visitor.comes(wide)) {
            var tab = map(visitor);
            rule(tab).click();
            tab.evaluate("window.isSame = true");
            var before = firedThisHour(tab);
            for (int i = 0; i < 3; i++) {
                addProduct();
            }
            tab.waitForCondition(() -> firedThisHour(tab) >= before + 3,
                    new WaitForConditionOptions().setTimeout(PATIENCE));
            assertThat(rule(tab).locator(".counts")).containsText("a minute");
            assertThat(tab.locator("#facts")).containsText("fired in the last minute");
            assertThat(tab.locator("#detail .figures td").nth(4)).hasText("" + firedThisHour(tab));
            assertThat(tab.evaluate("window.isSame")).isEqualTo(true);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void latest_decisions_of_a_rule_come_and_one_is_explained() {
        try (var visitor = Visitor.comes()) {
            var tab = map(visitor);
            rule(tab).click();
            var decision = decision(tab, addProduct());
            assertThat(decision).containsText("applied", PATIENTLY);
            decision.locator("summary").click();
            assertThat(decision.locator(".why")).containsText("last_product_added nothing → \"teapot\"", PATIENTLY);
            assertThat(decision.locator(".why")).containsText("emitted product-demanded");
            // What is being read stays where it is, though news are told, as another tab shows.
            var other = map(visitor);
            rule(other).click();
            var later = addProduct();
            assertThat(decision(other, later)).containsText("applied", PATIENTLY);
            assertThat(tab.locator("#detail .decisions")).not().containsText(later);
            decision.locator("summary").click();
            addProduct();
            assertThat(decision(tab, later)).containsText("applied", PATIENTLY);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void rule_that_gave_an_event_up_is_marked_and_says_why() {
        try (var visitor = Visitor.comes()) {
            var tab = map(visitor);
            var marked = node(tab, "on-incident-closed-unknown", "rule");
            marked.click();
            var incident = "incident/" + UUID.randomUUID();
            Dashboard.post("incident-closed", incident, "{\"incident_id\":\"%s\",\"message\":\"over\"}"
                    .formatted(incident.substring("incident/".length())));
            var decision = decision(tab, incident);
            assertThat(decision).containsText("dead-lettered", PATIENTLY);
            decision.locator("summary").click();
            assertThat(decision.locator(".why .mark")).containsText("there is no such incident", PATIENTLY);
            assertThat(marked).hasClass(Pattern.compile("failed"), new HasClassOptions().setTimeout(PATIENCE));
            assertThat(marked.locator(".counts .mark")).containsText("failed");
            assertThat(tab.locator("#detail .figures td.mark")).not().hasCount(0);
            assertThat(tab.locator("#facts .mark")).containsText("failed this hour");
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

    /** The subject of who added it. */
    private static String addProduct() {
        var subject = "user/map-" + UUID.randomUUID();
        Dashboard.shop(subject);
        return subject;
    }

    private static long firedThisHour(Page tab) {
        return FIRED.matcher(rule(tab).locator(".counts").textContent()).results().mapToLong(one ->
                Long.parseLong(one.group(1))).sum();
    }

    private static Locator decision(Page tab, String subject) {
        return tab.locator("#detail .decisions li").filter(new Locator.FilterOptions().setHasText(subject));
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
