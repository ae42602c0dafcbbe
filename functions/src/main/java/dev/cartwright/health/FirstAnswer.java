package dev.cartwright.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** Up once what it pings has answered, or has had its time to: then it is away, and waiting does not bring it back. */
final class FirstAnswer implements HealthCheck {

    private final Ping ping;
    private final InstantSource time;
    private final Instant end;
    private volatile boolean answered;

    FirstAnswer(Ping ping, Duration patience, InstantSource time) {
        this.ping = ping;
        this.time = time;
        this.end = time.instant().plus(patience);
    }

    @Override
    public HealthCheckResponse call() {
        if (answered || time.instant().isAfter(end)) {
            return HealthCheckResponse.up(ping.name());
        }
        var response = ping.call();
        answered = response.getStatus() == Status.UP;
        return response;
    }
}
