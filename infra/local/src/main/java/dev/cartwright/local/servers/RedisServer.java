package dev.cartwright.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Redis 7 in a process of its own, as a cache or as a durable broker. */
public final class RedisServer extends LocalServer {
    private static final int PING_MILLIS = 1_000;

    private RedisServer(RedisFlavour flavour, int port, Executable program) {
        super(flavour.title(), port, command(flavour, port, program), RedisServer::answersPing);
    }

    /** Starts a cache on a free port. */
    public static RedisServer cache() {
        return onFreePort(port -> start(new RedisFlavour.Cache(), port));
    }

    /** Starts a broker on a free port, with what an earlier one left in this directory. */
    public static RedisServer broker(Path directory) {
        return onFreePort(port -> start(new RedisFlavour.Broker(directory), port));
    }

    public static RedisServer start(RedisFlavour flavour, int port) {
        if (flavour instanceof RedisFlavour.Broker broker) {
            makeDirectory(broker.directory());
        }
        try (var program = Executable.redis()) {
            return new RedisServer(flavour, port, program);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port();
    }

    private static List<String> command(RedisFlavour flavour, int port, Executable program) {
        var command = new ArrayList<>(List.of(program.path().toString(),
            "--bind", "127.0.0.1", "--port", Integer.toString(port), "--loglevel", "warning"));
        command.addAll(flavour.settings());
        return command;
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's directory cannot be made", e);
        }
    }

    // why: after a restart Redis accepts connections while it still loads, and then answers -LOADING.
    private static boolean answersPing(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PING_MILLIS);
            socket.setSoTimeout(PING_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
