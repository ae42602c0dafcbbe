package dev.cartwright.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** A check that is made once at a time, and once a second, however many want to know: anybody may. */
final class Shared implements AsyncHealthCheck {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Uni<HealthCheckResponse> answer;

    Shared(HealthCheck check) {
        this.answer = Uni.createFrom().item(check::call)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()).memoize().forFixedDuration(FRESH);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }
}
