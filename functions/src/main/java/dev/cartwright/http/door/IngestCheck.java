package dev.cartwright.http.door;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while events of front ends are published: an instance that cannot go on with it is to be replaced. */
@Liveness
final class IngestCheck implements HealthCheck {

    private final IngestQueue queue;

    IngestCheck(IngestQueue queue) {
        this.queue = queue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ingest").status(queue.isAlive()).build();
    }
}
