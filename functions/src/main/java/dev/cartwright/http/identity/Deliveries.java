package dev.cartwright.http.identity;

import dev.cartwright.http.DeliveryConfig;
import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whose deliveries are taken. */
@Singleton
final class Deliveries {

    private final DeliveryConfig config;

    Deliveries(DeliveryConfig config) {
        this.config = config;
    }

    DeliveryConfig.Auth auth() {
        return config.auth().orElse(DeliveryConfig.Auth.CLOSED);
    }

    /** Refuses whoever is not the one service account that delivers. */
    void check(SecurityIdentity identity) {
        var token = (JsonWebToken) identity.getPrincipal();
        Object address = token.getClaim("email");
        boolean verified = Boolean.TRUE.equals(token.getClaim("email_verified"));
        if (!verified || config.serviceAccount().filter(account -> account.equals(address)).isEmpty()) {
            throw new Refusal(Problem.of(403, "only the service account of deliveries may deliver"));
        }
    }
}
