package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Incidents on the dashboard: how they come, what is told of them, and how they end. */
class DashboardIncidentsIT {

    private static final ContainsTextOptions VERY_PATIENTLY = new ContainsTextOptions().setTimeout(120_000);

    @Test
    void incident_is_on_screen_while_redis_is_stopped_and_its_record_when_it_is_back() {
        try (var visitor = Visitor.comes()) {
            var tab = Dashboard.opened(visitor);
            assertThat(tab.locator("service-list")).containsText("Error budget left", Dashboard.PATIENTLY);
            tab.evaluate("window.isSame = true");
            RunningShop.shared().stopCache();
            try {
                assertThat(tab.locator("system-status")).containsText("Redis does not answer", VERY_PATIENTLY);
                assertThat(tab.locator("own-probe")).containsText("no answer");
                assertThat(Dashboard.incident(tab, "Redis does not answer")).containsText("Not recorded yet");
                var service = tab.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName("cartwright"));
                assertThat(service).containsText(Pattern.compile("Unknown.* when last heard, \\d+ (sec|min)\\. ago"),
                        Dashboard.PATIENTLY);
                Accessibility.assertNoFault(tab);
            } finally {
                RunningShop.shared().continueCache();
            }
            var record = Dashboard.incident(tab, "Redis does not answer");
            assertThat(record).containsText("redis-away", VERY_PATIENTLY);
            assertThat(record).not().containsText("Not recorded yet");
            assertThat(tab.locator("alert-list")).containsText("Redis does not answer", Dashboard.PATIENTLY);
            assertThat(tab.locator("own-probe")).isHidden(new IsHiddenOptions().setTimeout(60_000));
            assertThat(tab.locator("service-list")).not().containsText("when last heard");
            assertThat(tab.evaluate("window.isSame")).isEqualTo(true);
            // The program that looks for faults tries to measure with styles of its own.
            assertThat(visitor.complaints()).allMatch(text -> text.startsWith("Failed to load resource")
                    || text.startsWith("Applying inline style"));
        }
    }

    @Test
    void incident_is_updated_and_closed_from_the_page() {
        try (var visitor = Visitor.comes()) {
            var tab = Dashboard.opened(visitor);
            // What closes an incident that there is not is a dead letter, and that is an incident.
            Dashboard.post("incident-closed", "incident/none", "{\"incident_id\":\"none\",\"message\":\"over\"}");
            var incident = Dashboard.incident(tab, "Events are given up");
            assertThat(incident).containsText("dead-letters", VERY_PATIENTLY);
            Dashboard.tell(incident, "The sender was told", "Tell it");
            assertThat(incident.locator(".timeline")).containsText("The sender was told", Dashboard.PATIENTLY);
            assertThat(incident.locator(".timeline")).containsText("Ada");
            Dashboard.tell(incident, "The sender has mended it", "Close the incident");
            assertThat(tab.locator("incident-list .past")).containsText("Events are given up", Dashboard.PATIENTLY);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void news_that_are_refused_are_kept_with_the_reason() {
        try (var visitor = Visitor.comes()) {
            ToldViews.tell(visitor, Map.of("incidents", """
                    {"incident_id":"i","service":"cart","symptom":"slow","severity":"critical","impact":"major",\
                    "state":"investigating","since":"2026-11-21T10:00:00Z","summary":"Events take too long",\
                    "runbook":"slow","timeline":[]}"""));
            var tab = visitor.opens("/dashboard");
            var incident = Dashboard.incident(tab, "Events take too long");
            visitor.context().route("**/events", route -> route.fulfill(new FulfillOptions().setStatus(422)
                    .setContentType("application/problem+json")
                    .setBody("{\"status\":422,\"detail\":\"data.message must be shorter\"}")));
            Dashboard.tell(incident, "News", "Tell it");
            assertThat(incident.locator("[role=alert]")).containsText("data.message must be shorter");
            assertThat(incident.locator("textarea")).hasValue("News");
        }
    }
}
