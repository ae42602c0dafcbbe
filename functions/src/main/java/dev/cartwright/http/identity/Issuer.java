package dev.cartwright.http.identity;

import dev.cartwright.http.problem.Problem;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.runtime.Unquoted;
import io.quarkus.oidc.OidcTenantConfig;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Somebody who issues tokens. Until it has answered once, one request at a time asks, and the others wait for that. */
final class Issuer {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(Issuer.class);

    private final OidcTenantConfig config;
    private final AtomicReference<CompletableFuture<Void>> asking = new AtomicReference<>();
    private volatile boolean known;
    private volatile long failedAt = System.nanoTime() - Duration.ofDays(1).toNanos();

    Issuer(OidcTenantConfig config) {
        this.config = config;
    }

    /** To be followed by {@link #release} if this request was the one to ask. */
    Uni<OidcTenantConfig> config(Runnable asks) {
        if (known) {
            return Uni.createFrom().item(config);
        }
        if (hasFailedWithin(REST)) {
            return Uni.createFrom().failure(away());
        }
        var other = asking.compareAndExchange(null, new CompletableFuture<>());
        if (other != null) {
            return Uni.createFrom().completionStage(other.copy()).chain(() -> config(asks));
        }
        asks.run();
        return Uni.createFrom().item(config);
    }

    /** The call has ended that was to ask. */
    void release(boolean answered) {
        known |= answered;
        var waiting = asking.getAndSet(null);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    void failed(Throwable failure) {
        if (!hasFailedWithin(REST)) {
            LOG.warnf("The issuer of tokens for %s does not answer: %s", config.tenantId().orElseThrow(),
                    Unquoted.of(root(failure)));
        }
        failedAt = System.nanoTime();
    }

    boolean hasFailedWithin(Duration time) {
        return System.nanoTime() - failedAt < time.toNanos();
    }

    /** What a request is told that needed this issuer. */
    static Refusal away() {
        return new Refusal(Problem.of(503, "the issuer of tokens does not answer"));
    }

    /** What is around it is Quarkus' own, and may hold the token. */
    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
