package dev.cartwright.http.identity;

import dev.cartwright.testing.ShopServers;
import dev.cartwright.testing.Token;
import dev.cartwright.testing.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** As it is deployed: who makes a request must say who that is. */
public class Identified implements QuarkusTestProfile {

    static final String ISSUER = "shop";
    static final String GOOGLE = "google";
    static final String DELIVERER = "deliverer@my-shop.iam.gserviceaccount.com";

    /** Starts the issuers before the application. */
    public static class Issuing implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            var issuer = TokenIssuer.shared();
            return Map.of("cartwright.identity.issuer", issuer.url(ISSUER), "cartwright.delivery.issuer",
                    issuer.url(GOOGLE));
        }

        // why nothing is stopped: other tests go on with them.
        @Override
        public void stop() {}
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("cartwright.identity.development", "false",
                "cartwright.identity.audience", Token.AUDIENCE,
                "cartwright.identity.deadline", "10s",
                "cartwright.identity.key-interval", "1s",
                "cartwright.delivery.auth", "oidc",
                "cartwright.delivery.audience", Token.AUDIENCE,
                "cartwright.delivery.service-account", DELIVERER);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ShopServers.class), new TestResourceEntry(Issuing.class));
    }

    /** Of that shopper, good for everything that is the shopper's. */
    public static Token shopper(String sub) {
        return TokenIssuer.shared().token(ISSUER).of(sub);
    }

    /** Of somebody with that role. */
    public static Token with(String role) {
        return TokenIssuer.shared().token(ISSUER).of("the-" + role).roles(role);
    }
}
