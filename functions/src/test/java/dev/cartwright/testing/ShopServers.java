package dev.cartwright.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the servers that all tests of the JVM share. */
public final class ShopServers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Servers.settings(Servers.broker().url());
    }

    // why nothing is stopped: the servers end with the JVM, and other tests go on with them.
    @Override
    public void stop() {}
}
