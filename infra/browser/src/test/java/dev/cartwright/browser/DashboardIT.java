package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of who looks after it all. */
class DashboardIT {

    private static final Pattern MEASURED = Pattern.compile("in\\s*[\\d.]+ k?B/s");

    @Test
    void five_parts_are_shown_and_move() {
        try (var visitor = Visitor.comes()) {
            var tab = Dashboard.opened(visitor);
            assertThat(tab.locator("service-list")).containsText("Error budget left", Dashboard.PATIENTLY);
            assertThat(tab.locator("service-list .days span")).hasCount(90);
            assertThat(region(tab, "Incidents")).isVisible();
            assertThat(region(tab, "Alerts")).isVisible();
            assertThat(tab.locator("performance-charts time-chart canvas")).hasCount(6);
            assertThat(tab.locator("performance-charts")).containsText(MEASURED, Dashboard.PATIENTLY);
            assertThat(tab.locator("activity-list")).containsText("Started", Dashboard.PATIENTLY);
            tab.evaluate("window.isSame = true");
            var events = tab.locator("service-list .small div").filter(new Locator.FilterOptions().setHasText("Events"))
                    .locator("dd");
            var before = events.textContent();
            for (int i = 0; i < 20; i++) {
                Dashboard.shop("user/" + UUID.randomUUID());
            }
            assertThat(events).not().hasText(before, new HasTextOptions().setTimeout(60_000));
            assertThat(tab.evaluate("window.isSame")).isEqualTo(true);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void day_is_asked_for_and_drawn() {
        try (var visitor = Visitor.comes()) {
            visitor.context().route("**/views/performance?window=day", route -> route.fulfill(new FulfillOptions()
                    .setContentType("application/json").setBody("""
                            {"rows":[{"time":"%s","service":"cart","bytes_in_per_s":77}]}"""
                            .formatted(Instant.now().minusSeconds(7200)))));
            var tab = Dashboard.opened(visitor);
            Dashboard.button(tab, "Day").click();
            assertThat(tab.locator("performance-charts")).containsText(Pattern.compile("in\\s*77 B/s"));
            Dashboard.button(tab, "Hour").click();
            assertThat(tab.locator("performance-charts")).not().containsText("77 B/s");
        }
    }

    @Test
    void day_that_cannot_be_shown_is_said_so() {
        try (var visitor = Visitor.comes()) {
            visitor.context().route("**/views/performance?window=day", route -> route.fulfill(new FulfillOptions()
                    .setStatus(503).setContentType("application/problem+json").setBody("{\"status\":503}")));
            var tab = Dashboard.opened(visitor);
            Dashboard.button(tab, "Day").click();
            assertThat(tab.locator("performance-charts [role=alert]")).containsText("The day cannot be shown now");
        }
    }

    @Test
    void replay_stands_in_the_list_and_on_the_axis_of_the_charts() {
        try (var visitor = Visitor.comes()) {
            ToldViews.tell(visitor, Map.of("activity", """
                    {"time":"%s","kind":"replay","service":"cart","instance":null,\
                    "text":"1,204 subjects were folded again from the log"}""".formatted(Instant.now().minusSeconds(300))));
            var tab = visitor.opens("/dashboard");
            assertThat(tab.locator("activity-list li")).containsText(Pattern.compile("Replay.*1,204 subjects"));
            var keys = tab.locator("performance-charts .keys");
            assertThat(keys).hasText("Replay");
            var plot = tab.locator("performance-charts .u-over").first();
            plot.scrollIntoViewIfNeeded();
            var place = plot.boundingBox();
            // Ten minutes are shown: it is in the middle, and moves to the left.
            for (double x = place.width * .52; x > place.width * .4 && !keys.textContent().contains("1,204"); x -= 4) {
                tab.mouse().move(place.x + x, place.y + place.height / 2);
            }
            assertThat(keys).containsText("1,204 subjects were folded again from the log");
        }
    }

    @Test
    void long_timeline_tells_what_it_leaves_out() {
        var line = """
                {"time":"2026-11-21T10:%02d:00Z","state":"investigating","message":"line %d"}""";
        var lines = IntStream.range(0, 7).mapToObj(n -> line.formatted(n, n)).collect(Collectors.joining(","));
        try (var visitor = Visitor.comes()) {
            ToldViews.tell(visitor, Map.of("incidents", """
                    {"incident_id":"cart.slow.1","service":"cart","symptom":"slow","impact":"minor",\
                    "state":"investigating","since":"2026-11-21T10:00:00Z","summary":"Events take too long",\
                    "runbook":"slow","timeline":[%s],"left_out":40}""".formatted(lines)));
            var list = visitor.opens("/dashboard").locator("incident-list");
            list.getByText("entries before").click();
            assertThat(list.locator(".timeline li")).containsText(new String[] {
                "line 6", "line 5", "line 4", "line 3", "line 2", "line 1", "40 entries between these", "line 0"});
        }
    }

    @Test
    void way_of_an_event_is_explained() {
        try (var visitor = Visitor.comes()) {
            var tab = Dashboard.opened(visitor);
            var subject = "user/" + UUID.randomUUID();
            var id = Dashboard.shop(subject);
            tab.getByText(subject).first().waitFor();
            var explanation = tab.locator("event-explanation");
            explanation.getByLabel("Subject").fill(subject);
            explanation.getByLabel("Id of the event").fill(id);
            explanation.getByText("Explain", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(explanation).containsText("on-product-added", Dashboard.PATIENTLY);
            assertThat(explanation).containsText("applied");
            explanation.getByLabel("Id of the event").fill("none");
            tab.keyboard().press("Enter");
            assertThat(explanation).containsText("No such event is recorded", Dashboard.PATIENTLY);
        }
    }

    @Test
    void events_pass_and_one_that_is_chosen_is_explained() {
        try (var visitor = Visitor.comes()) {
            var tab = Dashboard.opened(visitor);
            var subject = "user/" + UUID.randomUUID();
            Dashboard.shop(subject);
            tab.getByText(subject).first().waitFor();
            tab.getByLabel("Hold").check();
            tab.getByText(subject).first().click();
            assertThat(tab.locator("event-explanation")).containsText(subject, Dashboard.PATIENTLY);
            assertThat(tab.locator("event-explanation")).containsText("What followed");
        }
    }

    @Test
    void who_may_not_look_is_asked_for_a_token_which_is_then_shown() {
        try (var visitor = Visitor.comes()) {
            List<Request> asked = new CopyOnWriteArrayList<>();
            visitor.context().route("**/live?**", route -> {
                asked.add(route.request());
                route.fulfill(new FulfillOptions().setStatus(401).setContentType("application/problem+json")
                        .setBody("{\"status\":401,\"detail\":\"show a token\"}"));
            });
            var tab = visitor.opens("/dashboard");
            assertThat(tab.locator("sign-in")).containsText("Show a token", Dashboard.PATIENTLY);
            tab.getByLabel("Bearer token").fill("abc");
            Dashboard.button(tab, "Show it").click();
            tab.waitForCondition(() -> asked.stream()
                    .anyMatch(request -> "Bearer abc".equals(request.headers().get("authorization"))));
        }
    }

    @Test
    void runbook_opens_over_the_page_and_closes_by_keyboard() {
        try (var visitor = Visitor.comes()) {
            var tab = visitor.opens("/dashboard#runbook/redis-away");
            assertThat(tab.getByRole(AriaRole.DIALOG)).containsText("Nothing is lost");
            tab.keyboard().press("Escape");
            assertThat(tab.getByRole(AriaRole.DIALOG)).hasCount(0);
            tab.keyboard().press("Tab");
            assertThat(tab.url()).endsWith("/dashboard");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1440", "DARK,1440", "LIGHT,360", "DARK,360"})
    void nobody_is_shut_out(ColorScheme scheme, int width) {
        var options = new NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900);
        try (var visitor = Visitor.comes(options)) {
            Width.watch(visitor);
            var tab = Dashboard.opened(visitor);
            Dashboard.shop("user/" + UUID.randomUUID());
            tab.locator("latest-events li button").first().waitFor();
            Width.assertWasNeverTooMuch(tab);
            Accessibility.assertNoFault(tab);
        }
    }

    @Test
    void theme_is_switched_by_keyboard_and_remembered() {
        try (var visitor = Visitor.comes(new NewContextOptions().setColorScheme(ColorScheme.LIGHT))) {
            var tab = Dashboard.opened(visitor);
            Dashboard.button(tab, "Change to dark").focus();
            tab.keyboard().press("Enter");
            assertThat(tab.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(Dashboard.opened(visitor).locator("html")).hasAttribute("data-theme", "dark");
            assertThat(visitor.opens("/rules").locator("body")).hasCSS("background-color", "rgb(20, 18, 15)");
        }
    }

    private static Locator region(Page tab, String name) {
        return tab.getByRole(AriaRole.REGION, new GetByRoleOptions().setName(name).setExact(true));
    }
}
