package dev.cartwright.http.identity;

import dev.cartwright.http.identity.Paths.Need;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Who is not trusted with more than a little memory, as far as the head of a request tells. */
@Singleton
public final class Strangers {

    private final Deliveries deliveries;
    private final IdentityConfig config;

    Strangers(Deliveries deliveries, IdentityConfig config) {
        this.deliveries = deliveries;
        this.config = config;
    }

    /** True where the sender does not say who that is, or where nobody needs to, or nobody gets in. */
    public boolean send(RoutingContext request) {
        var need = Paths.need(request);
        if (need instanceof Need.Identity) {
            return !config.development() && !Credentials.areInHeader(request);
        }
        return !(need instanceof Need.Delivery) || switch (deliveries.auth()) {
            case IAM, NONE -> false;
            case OIDC -> !Credentials.areInHeader(request);
            case CLOSED -> true;
        };
    }
}
