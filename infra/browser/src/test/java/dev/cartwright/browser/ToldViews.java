package dev.cartwright.browser;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Views as a test wants them, instead of those of the shop that runs. */
final class ToldViews {

    private ToldViews() {}

    /** Has streams tell these rows of these views once, and end; nothing of others. */
    static void tell(Visitor visitor, Map<String, String> rows) {
        visitor.context().route("**/live?**", route -> {
            var asked = Stream.of(route.request().url().split("view=")).skip(1)
                    .map(rest -> rest.split("&")[0]).toList();
            route.fulfill(new FulfillOptions().setContentType("text/event-stream").setBody(asked.stream()
                    .filter(rows::containsKey).map(view -> message(asked, view, rows.get(view)))
                    .collect(Collectors.joining())));
        });
    }

    /** Has streams begin and never tell anything. */
    static void tellNothing(Visitor visitor) {
        visitor.context().route("**/live?**", (Route route) -> { });
    }

    private static String message(List<String> asked, String view, String rows) {
        var offsets = asked.stream().map(one -> asked.indexOf(one) <= asked.indexOf(view) ? "1-1" : "0-0")
                .collect(Collectors.joining("~"));
        return """
                id: %s
                data: {"specversion":"1.0","id":"s","source":"/c","type":"view-changed","subject":"view/%s",\
                "data":{"name":"%s","as_of":"2026-11-21T10:00:00Z","rows":[%s]}}

                """.formatted(offsets, view, view, rows);
    }
}
