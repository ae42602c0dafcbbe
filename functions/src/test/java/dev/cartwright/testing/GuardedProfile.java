package dev.cartwright.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As it stands before the public, with limits that a test can reach. */
public final class GuardedProfile implements QuarkusTestProfile {

    public static final String ORIGIN = "https://shop.example";
    public static final String WEBHOOK = "eventemitter.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cartwright.http.cors.origins", ORIGIN,
                "cartwright.http.webhooks.origins", WEBHOOK,
                "cartwright.http.body-deadline", "1S");
    }
}
