package dev.cartwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;

/** What is done on the dashboard, and what happens that it shows. */
final class Dashboard {

    static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

    private Dashboard() {}

    /** A tab on it, when it has been told of the services. */
    static Page opened(Visitor visitor) {
        var tab = visitor.opens("/dashboard");
        assertThat(tab.locator("system-status")).containsText("as of", PATIENTLY);
        return tab;
    }

    static Locator incident(Page tab, String summary) {
        return tab.locator("incident-list article").filter(new Locator.FilterOptions().setHasText(summary));
    }

    /** Tells news of an incident, or closes it. */
    static void tell(Locator incident, String message, String how) {
        incident.getByText("Tell news, or close it").click();
        incident.getByLabel("What is known").fill(message);
        incident.getByLabel("Your name").fill("Ada");
        incident.getByText(how).click();
    }

    static Locator button(Page tab, String name) {
        return tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Has a shopper add something to the cart; tells the event's id. */
    static String shop(String subject) {
        return post("product-added-to-cart", subject,
                "{\"product_id\":\"teapot\",\"user_id\":\"" + subject.substring("user/".length()) + "\"}");
    }

    /** The id of what was sent, and is durable. */
    static String post(String type, String subject, String data) {
        var id = UUID.randomUUID().toString();
        var answer = RunningShop.shared().post("/events", "application/cloudevents+json", """
                {"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s","data":%s}"""
                .formatted(id, type, subject, data));
        assertThat(answer.statusCode()).isEqualTo(202);
        return id;
    }
}
