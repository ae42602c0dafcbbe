package dev.cartwright.local.supervisor;

import dev.cartwright.local.Home;
import dev.cartwright.local.servers.ChildProcess;
import dev.cartwright.local.servers.Readiness;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The functions application on its port. */
record Functions(Launch launch, int port, Map<String, String> servers) {
    // why: guests stay who they are when the functions are started again.
    private static final String GUESTS_KEY = guestsKey();

    ChildProcess start() {
        var builder = new ProcessBuilder(launch.command()).directory(Home.directory().toFile()).inheritIO();
        builder.environment().putAll(servers);
        builder.environment().putIfAbsent("CARTWRIGHT_GUESTS_KEY", GUESTS_KEY);
        // why: whoever calls has every role, so nobody else's machine may.
        builder.environment().putIfAbsent("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_PROFILE", "local");
        return ChildProcess.start(builder);
    }

    private static String guestsKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isReady() {
        return Readiness.of(url(port));
    }
}
