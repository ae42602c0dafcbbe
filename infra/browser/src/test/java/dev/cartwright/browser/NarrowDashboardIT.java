package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dashboard on a phone: nothing of it is ever wider than the window, whatever it is told. */
class NarrowDashboardIT {

    private static final NewContextOptions PHONE = new NewContextOptions().setViewportSize(360, 800);
    private static final String LONG = "cartwrightnotificationsandprojections".repeat(3);
    private static final String TIME = "2026-11-21T10:00:00Z";
    private static final Map<String, String> NOTHING = Map.of("services", "", "incidents", "", "alerts", "",
            "activity", "", "latest-events", "", "performance", "");
    private static final Map<String, String> LONG_NAMES = Map.of(
            "services", """
                    {"service":"%1$s","state":"degraded","instances":[{"instance":"%1$s.1","revision":"%1$s","running":true,\
                    "heard_at":"%2$s"}],"revisions":["%1$s"],"objective":0.999,"availability":0.98067,"budget_left":-1832.7,\
                    "days":[]}""".formatted(LONG, TIME),
            "incidents", """
                    {"incident_id":"i","service":"%1$s","symptom":"%1$s","impact":"major","state":"investigating",\
                    "since":"%2$s","summary":"%1$s","runbook":"slow","timeline":[{"time":"%2$s","state":"investigating",\
                    "message":"%1$s","by":"%1$s"}]}""".formatted(LONG, TIME),
            "alerts", """
                    {"alert_id":"a","service":"%1$s","summary":"%1$s","severity":"warning","raised":true,"since":"%2$s",\
                    "runbook":"slow"}""".formatted(LONG, TIME),
            "activity", """
                    {"time":"%2$s","kind":"%1$s","service":"%1$s","text":"%1$s"}""".formatted(LONG, TIME),
            "latest-events", """
                    {"id":"%1$s","source":"%1$s","type":"%1$s","subject":"user/%1$s","time":"%2$s","outcome":"applied",\
                    "rules":[]}""".formatted(LONG, TIME),
            "performance", """
                    {"time":"%2$s","service":"a","events_per_s":1},{"time":"%2$s","service":"%1$s","events_per_s":1}"""
                    .formatted(LONG, TIME));

    @Test
    void fits_while_it_connects() {
        try (var visitor = comes()) {
            ToldViews.tellNothing(visitor);
            var tab = visitor.opens("/dashboard");
            assertThat(tab.locator("live-status")).containsText("Connecting");
            assertThat(tab.locator("system-status")).containsText("Asking how it goes");
            Width.assertWasNeverTooMuch(tab);
        }
    }

    @Test
    void fits_with_nothing_to_show() {
        try (var visitor = comes()) {
            ToldViews.tell(visitor, NOTHING);
            var tab = visitor.opens("/dashboard");
            assertThat(tab.locator("system-status")).containsText("No service has told of itself yet");
            assertThat(tab.locator("incident-list")).containsText("Nothing is wrong");
            assertThat(tab.locator("activity-list")).containsText("Nothing yet");
            Width.assertWasNeverTooMuch(tab);
        }
    }

    @Test
    void fits_with_long_names_and_all_unfolded() {
        try (var visitor = comes()) {
            ToldViews.tell(visitor, LONG_NAMES);
            var tab = toldOf(visitor, "/dashboard");
            tab.locator("service-list summary").click();
            Dashboard.button(tab, "Tell news, or close it").click();
            answersToExplain(tab);
            tab.locator("latest-events li button").click();
            assertThat(tab.locator("event-explanation")).containsText("stopped");
            Width.assertWasNeverTooMuch(tab);
        }
    }

    @Test
    void fits_with_a_runbook_open() {
        try (var visitor = comes()) {
            ToldViews.tell(visitor, LONG_NAMES);
            var tab = toldOf(visitor, "/dashboard#runbook/redis-away");
            assertThat(tab.locator("runbook-page dialog")).isVisible();
            Width.assertWasNeverTooMuch(tab);
        }
    }

    @Test
    void fits_again_when_the_window_is_made_narrow() {
        try (var visitor = Visitor.comes(new NewContextOptions().setViewportSize(1440, 900))) {
            ToldViews.tell(visitor, LONG_NAMES);
            var tab = toldOf(visitor, "/dashboard");
            tab.setViewportSize(360, 800);
            Width.assertIsNotTooMuch(tab);
        }
    }

    private static Visitor comes() {
        var visitor = Visitor.comes(PHONE);
        Width.watch(visitor);
        return visitor;
    }

    private static Page toldOf(Visitor visitor, String path) {
        var tab = visitor.opens(path);
        assertThat(tab.locator("activity-list li")).hasCount(1);
        assertThat(tab.locator("system-status h1")).containsText(LONG);
        return tab;
    }

    private static void answersToExplain(Page tab) {
        tab.route("**/explain?**", route -> route.fulfill(new FulfillOptions().setContentType("application/json").setBody("""
                {"event":{"type":"%1$s","subject":"%1$s","time":"%2$s","source":"%1$s"},"outcome":"discarded","reason":"%1$s",\
                "rules":[{"rule":"%1$s","fired":false,"stopped_by":"%1$s","changes":[{"property":"%1$s","after":"%1$s"}]}],\
                "recorded":{"follow_ups":[{"id":"1","type":"%1$s","subject":"%1$s","rule":"%1$s"}]}}"""
                .formatted(LONG, TIME))));
    }
}
