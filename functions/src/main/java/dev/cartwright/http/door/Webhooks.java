package dev.cartwright.http.door;

import dev.cartwright.http.problem.Answers;
import io.vertx.ext.web.RoutingContext;

/** The handshake of CloudEvents webhooks: a sender asks before it delivers. */
final class Webhooks {

    private Webhooks() {}

    /** Whoever asks may send: who may not is refused by name before it gets here. */
    static void welcome(RoutingContext request) {
        var origin = request.request().getHeader("webhook-request-origin");
        if (origin != null) {
            request.response().putHeader("webhook-allowed-origin", origin).putHeader("webhook-allowed-rate", "*");
        }
        Answers.empty(request, 204);
    }
}
