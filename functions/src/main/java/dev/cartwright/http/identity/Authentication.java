package dev.cartwright.http.identity;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jose4j.lang.UnresolvableKeyException;

/** Finds out whose token a request carries; blocks nobody, and waits neither long nor in numbers. */
@Singleton
final class Authentication {

    // why it must look like one: nobody asks an issuer for what can be told from here.
    private static final Pattern TOKEN =
            Pattern.compile("(?i:bearer) +[\\w-]{1,4096}\\.[\\w-]{1,16384}\\.[\\w-]{1,4096}");
    private static final Duration SOON = Duration.ofMillis(50);

    private static final List<Class<? extends Throwable>> ISSUER_FAILURES = List.of(OIDCException.class,
            SocketException.class, UnknownHostException.class, SSLException.class, ClosedChannelException.class,
            TimeoutException.class, io.smallrye.mutiny.TimeoutException.class, VertxException.class);

    private final Issuers issuers;
    private final IssuerCalls calls;
    private final IdentityConfig config;
    private final AtomicInteger waiting = new AtomicInteger();

    Authentication(Issuers issuers, IssuerCalls calls, IdentityConfig config) {
        this.issuers = issuers;
        this.calls = calls;
        this.config = config;
    }

    /**
     * The identity, on the request's own thread; null where nobody knows this kind of credentials. Fails with
     * {@link AuthenticationFailedException} for a bad token, and with a {@link Refusal} where that cannot be told.
     */
    Uni<SecurityIdentity> of(RoutingContext request) {
        if (!TOKEN.matcher(request.request().getHeader("authorization")).matches()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        if (waiting.incrementAndGet() > config.maxWaiting()) {
            waiting.decrementAndGet();
            return Uni.createFrom().failure(new Refusal(Problem.of(503, "too many requests wait for the issuer")));
        }
        var context = request.vertx().getOrCreateContext();
        var issuer = issuers.of(request);
        return attempt(request)
                .onFailure(this::lacksKeyForNow).retry().withBackOff(SOON, SOON).expireIn(config.deadline().toMillis())
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
    private boolean lacksKeyForNow(Throwable failure) {
        return lacksKey(failure) && calls.areUnderWay();
    }

    private static boolean lacksKey(Throwable failure) {
        return causedBy(failure, UnresolvableKeyException.class);
    }

    private static boolean isAway(Throwable failure) {
        return ISSUER_FAILURES.stream().anyMatch(type -> causedBy(failure, type));
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
