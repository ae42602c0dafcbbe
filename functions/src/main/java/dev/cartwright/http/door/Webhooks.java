package dev.cartwright.http.door;

import dev.cartwright.http.HttpConfig;
import dev.cartwright.http.limit.RateLimit;
import dev.cartwright.http.problem.Answers;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** The handshake of CloudEvents webhooks: a sender asks before it delivers; what it sends is checked all the same. */
@Singleton
final class Webhooks {

    private final Set<String> origins;
    private final String rate;

    Webhooks(HttpConfig config, RateLimit limits) {
        this.origins = config.webhooks().origins().orElse(Set.of());
        this.rate = limits.perMinuteOfService();
    }

    /** Whoever is not listed is promised nothing: so nobody can have another send here what nobody wants. */
    void welcome(RoutingContext request) {
        var origin = request.request().getHeader("webhook-request-origin");
        if (origin != null && origins.contains(origin)) {
            request.response().putHeader("webhook-allowed-origin", origin).putHeader("webhook-allowed-rate", rate);
        }
        Answers.empty(request, 204);
    }
}
