package dev.cartwright.http.limit;

import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.runtime.Quota;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets every client do so much in a while: by its name, and guests that arrive by their address. */
@Singleton
public final class RateLimit {

    private static final int AFTER_THE_GUARD = 30;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clients clients;
    private final RateLimitConfig config;
    private final Quota people;
    private final Quota services;
    private final Quota arrivals;

    RateLimit(Clients clients, RateLimitConfig config) {
        this.clients = clients;
        this.config = config;
        this.people = new Quota("client", config.perMinute(), WINDOW);
        this.services = new Quota("service", config.servicePerMinute(), WINDOW);
        this.arrivals = new Quota("guests", config.guestsPerMinute(), WINDOW);
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::handle, AFTER_THE_GUARD);
        }
    }

    private void handle(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.equals("/guests") && request.request().method() == HttpMethod.POST) {
            pay(request, clients.charge(arrivals, ClientAddress.of(request.request(), config.trustedProxies()), 1));
        } else if (path.startsWith("/subjects/") || path.startsWith("/live")
                || path.equals("/events") && request.request().method() == HttpMethod.POST) {
            pay(request, charge(request, 1));
        } else {
            request.next();
        }
    }

    private static void pay(RoutingContext request, Toll toll) {
        toll.tell(request.response());
        if (toll.paid()) {
            request.next();
        } else {
            refuse(request);
        }
    }

    /**
     * Charges for the further events of a batch; answers, and returns false, where there is not enough left. A batch
     * that is larger than the quota costs all of it: else it could never be sent.
     */
    public boolean allowsMore(RoutingContext request, int further) {
        long most = config.enabled() ? Math.min(further, quota(Caller.of(request)).amount() - 1) : 0;
        if (most <= 0) {
            return true;
        }
        var toll = charge(request, most);
        toll.tell(request.response());
        if (!toll.paid()) {
            refuse(request);
        }
        return toll.paid();
    }

    /** How many events a back end may send in a minute, as the handshake of webhooks says it. */
    public String perMinuteOfService() {
        return config.enabled() ? Long.toString(config.servicePerMinute()) : "*";
    }

    private Toll charge(RoutingContext request, long amount) {
        var caller = Caller.of(request);
        return clients.charge(quota(caller), caller.name(), amount);
    }

    private Quota quota(Caller caller) {
        return caller.isPerson() ? people : services;
    }

    private static void refuse(RoutingContext request) {
        Answers.problem(request, Problem.of(429, "this is more than one client may send and ask in a while"));
    }
}
