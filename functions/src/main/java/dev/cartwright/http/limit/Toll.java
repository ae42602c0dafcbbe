package dev.cartwright.http.limit;

import dev.cartwright.runtime.Quota;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * What a request cost its client, and what is left; told as draft-ietf-httpapi-ratelimit-headers-10 has it.
 *
 * @param paid false where there was not enough left
 */
record Toll(Quota quota, boolean paid, long left, long nanosToEnough, long nanosToFull) {

    static Toll of(Quota quota, ConsumptionProbe probe) {
        return new Toll(quota, probe.isConsumed(), Math.max(0, probe.getRemainingTokens()),
                probe.getNanosToWaitForRefill(), probe.getNanosToWaitForReset());
    }

    void tell(HttpServerResponse response) {
        response.putHeader("ratelimit-policy",
                "\"%s\";q=%d;w=%d".formatted(quota.name(), quota.amount(), quota.window().toSeconds()));
        response.putHeader("ratelimit", "\"%s\";r=%d;t=%d".formatted(quota.name(), left, seconds(nanosToFull)));
        if (!paid) {
            response.putHeader("retry-after", Long.toString(Math.max(1, seconds(nanosToEnough))));
        }
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
    }
}
