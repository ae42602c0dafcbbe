package dev.cartwright.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As it stands before the public, with limits that a test can reach. */
public final class GuardedProfile implements QuarkusTestProfile {

    public static final String ORIGIN = "https://shop.example";
    public static final String WEBHOOK = "eventemitter.example";

    public static final int PER_MINUTE = 20;
    public static final int GUESTS_PER_MINUTE = 100;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cartwright.http.cors.origins", ORIGIN,
                "cartwright.http.webhooks.origins", WEBHOOK,
                "cartwright.http.body-deadline", "1S",
                "cartwright.http.rate-limit.enabled", "true",
                "cartwright.http.rate-limit.per-minute", Integer.toString(PER_MINUTE),
                "cartwright.http.rate-limit.guests-per-minute", Integer.toString(GUESTS_PER_MINUTE),
                "cartwright.http.rate-limit.trusted-proxies", "1");
    }
}
