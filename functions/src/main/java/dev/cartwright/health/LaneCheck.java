package dev.cartwright.health;

import dev.cartwright.runtime.Lanes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while every lane is: an instance that has lost one is to be replaced. */
@Liveness
final class LaneCheck implements HealthCheck {

    private final Lanes lanes;

    LaneCheck(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("lanes").status(lanes.areAlive()).build();
    }
}
