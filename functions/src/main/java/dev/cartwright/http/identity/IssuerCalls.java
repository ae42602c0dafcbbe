package dev.cartwright.http.identity;

import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives every call to an issuer its deadline, as Quarkus does not, and knows whether one is under way. */
@Singleton
final class IssuerCalls implements OidcRequestFilter, OidcResponseFilter {

    /** From an answer until what it holds is in use. */
    private static final Duration SETTLING = Duration.ofMillis(250);

    private final Duration deadline;
    private volatile long endsAt = System.nanoTime();

    IssuerCalls(IdentityConfig config) {
        this.deadline = config.deadline();
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext call) {
        call.request().timeout(deadline.toMillis());
        endsAt = System.nanoTime() + deadline.toNanos();
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext answer) {
        endsAt = System.nanoTime() + SETTLING.toNanos();
        return Uni.createFrom().voidItem();
    }

    boolean areUnderWay() {
        return endsAt - System.nanoTime() > 0;
    }
}
