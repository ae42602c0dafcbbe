package dev.cartwright.http.live;

import dev.cartwright.http.identity.Identified;
import dev.cartwright.testing.Token;
import dev.cartwright.testing.TokenIssuer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** As it is deployed, with a feed that a test speaks through, and limits that a test can reach. */
public class LiveProfile extends Identified {

    static final String ORIGIN = "https://shop.example";
    static final int PER_PERSON = 3;
    static final int STREAMS = 12;

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.putAll(Map.of(
                "cartwright.http.cors.origins", ORIGIN,
                "cartwright.http.live.heartbeat", "300ms",
                "cartwright.http.live.retry", "100ms",
                "cartwright.http.live.parting", "300ms",
                "cartwright.http.live.max-waiting", "64K",
                "cartwright.http.live.max-streams", Integer.toString(STREAMS),
                "cartwright.http.live.max-per-person", Integer.toString(PER_PERSON),
                "cartwright.http.live.max-channels", "4"));
        return settings;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeSource.class);
    }

    static Token token(String sub) {
        return TokenIssuer.shared().token("shop").of(sub);
    }

    static String operator() {
        return token("the-sre").roles("sre").signed();
    }
}
