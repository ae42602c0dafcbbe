package dev.cartwright.http.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.http.event.Received;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Answers a batch: with one status where all its events share the good one, else with one an event (207). */
final class BatchAnswer {

    private static final int MULTI_STATUS = 207;

    /** What became of one event of a batch. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String id, String source, int status, Problem problem) {

        static Item good(Received event, int status) {
            return new Item(event.sent().text("id"), event.sent().text("source"), status, null);
        }

        static Item bad(Received event, Problem problem) {
            return new Item(event.sent().text("id"), event.sent().text("source"), problem.status(), problem);
        }
    }

    private BatchAnswer() {}

    /** Items in the order of the request. */
    static void send(RoutingContext request, int good, List<Item> items) {
        if (items.stream().allMatch(item -> item.status() == good)) {
            Answers.empty(request, good);
        } else {
            Answers.json(request, MULTI_STATUS, items);
        }
    }
}
