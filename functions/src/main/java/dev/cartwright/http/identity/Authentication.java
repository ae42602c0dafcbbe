package dev.cartwright.http.identity;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.lang.UnresolvableKeyException;

/** Finds out whose token a request carries; blocks nobody, and waits neither long nor in numbers. */
@Singleton
final class Authentication {

    private static final Duration KEYS_ON_THEIR_WAY = Duration.ofMillis(250);

    private static final List<Class<? extends Throwable>> ISSUER_FAILURES = List.of(OIDCException.class,
            IOException.class, TimeoutException.class, VertxException.class, DecodeException.class);

    private final Issuers issuers;
    private final IdentityConfig config;
    private final AtomicInteger waiting = new AtomicInteger();

    Authentication(Issuers issuers, IdentityConfig config) {
        this.issuers = issuers;
        this.config = config;
    }

    /**
     * The identity, on the request's own thread; null where nobody knows this kind of credentials. Fails with
     * {@link AuthenticationFailedException} for a bad token, and with a {@link Refusal} where that cannot be told.
     */
    Uni<SecurityIdentity> of(RoutingContext request) {
        if (waiting.incrementAndGet() > config.maxWaiting()) {
            waiting.decrementAndGet();
            return Uni.createFrom().failure(new Refusal(Problem.of(503, "too many requests wait for the issuer")));
        }
        var context = request.vertx().getOrCreateContext();
        var issuer = issuers.of(request);
        return attempt(request)
                .onFailure(Authentication::lacksKey).recoverWithUni(() -> Uni.createFrom().voidItem()
                        .onItem().delayIt().by(KEYS_ON_THEIR_WAY).chain(() -> attempt(request)))
                .ifNoItem().after(config.deadline().multipliedBy(3)).fail()
                .onFailure(Authentication::isAway).invoke(issuer::failed)
                .onFailure(failure -> isUntold(failure, issuer)).transform(failure -> Issuer.away())
                .onTermination().invoke((identity, failure, cancelled) -> {
                    waiting.decrementAndGet();
                    if (Issuers.asked(request)) {
                        issuer.release(!(failure instanceof Refusal));
                    }
                })
                .emitOn(continuation -> context.runOnContext(now -> continuation.run()));
    }

    private static Uni<SecurityIdentity> attempt(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return Uni.createFrom().deferred(() -> authenticator.attemptAuthentication(request));
    }

    /** Of two tokens that come with a new key, one has it fetched, and the other must wait for that. */
    private static boolean lacksKey(Throwable failure) {
        return causedBy(failure, UnresolvableKeyException.class);
    }

    private static boolean isAway(Throwable failure) {
        return !(failure instanceof Refusal) && (!(failure instanceof AuthenticationFailedException)
                || ISSUER_FAILURES.stream().anyMatch(type -> causedBy(failure, type)));
    }

    /** Who cannot be told from a forger must come again, not be turned away. */
    private boolean isUntold(Throwable failure, Issuer issuer) {
        return isAway(failure) || lacksKey(failure) && issuer.hasFailedWithin(config.keyInterval());
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
