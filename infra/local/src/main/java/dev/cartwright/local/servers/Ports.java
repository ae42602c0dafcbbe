package dev.cartwright.local.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback address. */
public final class Ports {
    private static final int CONNECT_MILLIS = 1_000;
    // why: below those that systems give to whoever asks for any port, connections of our own clients included.
    private static final int FIRST = 20_000;
    private static final int END = 30_000;

    private Ports() {
    }

    /** A port that nobody uses at this moment. */
    public static int free() {
        return ThreadLocalRandom.current().ints(FIRST, END).limit(END - FIRST).filter(Ports::canBeBound).findFirst()
            .orElseThrow(() -> new ServerStartException("There is no free port"));
    }

    /** Fails with one clear line if the port is taken. */
    public static void requireFree(int port, String who) {
        if (port < 1 || port > 65_535) {
            throw new ServerStartException("%d is no port for %s: take one of 1 to 65535".formatted(port, who));
        }
        if (accepts(port) || !canBeBound(port)) {
            throw new ServerStartException(
                "Port %d, which %s needs, is taken: stop the program that listens there or choose another port"
                    .formatted(port, who));
        }
    }

    private static boolean canBeBound(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
