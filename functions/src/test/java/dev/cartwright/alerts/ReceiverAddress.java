package dev.cartwright.alerts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Has alerts told to a port of this machine, on which a test may listen or not. */
public final class ReceiverAddress implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "test.alerts.port";

    static int port() {
        return Integer.getInteger(PORT);
    }

    @Override
    public Map<String, String> start() {
        try (var socket = new ServerSocket(0)) {
            System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
            return Map.of("cartwright.alerts.receivers.pager.url",
                    "http://127.0.0.1:" + socket.getLocalPort() + "/in-the-address",
                    "cartwright.alerts.receivers.pager.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }
}
