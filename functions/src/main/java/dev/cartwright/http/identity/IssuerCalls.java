package dev.cartwright.http.identity;

import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Gives every call to an issuer its deadline: Quarkus gives one to connecting only. */
@Singleton
final class IssuerCalls implements OidcRequestFilter {

    private final long deadlineMillis;

    IssuerCalls(IdentityConfig config) {
        this.deadlineMillis = config.deadline().toMillis();
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext call) {
        call.request().timeout(deadlineMillis);
        return Uni.createFrom().voidItem();
    }
}
