package dev.cartwright.bench;

import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Many clients that watch, each on a connection of its own, and tell of every message as it comes. */
final class LiveClients implements AutoCloseable {

    /** So many connect at a time: each is told the state of its subject first. */
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String END_OF_MESSAGE = "\n\n";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicInteger watching = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final int port;
    private final IntFunction<String> subject;
    private final Consumer<String> heard;

    LiveClients(int port, IntFunction<String> subject, Consumer<String> heard) {
        this.port = port;
        this.subject = subject;
        this.heard = heard;
    }

    /** Returns when all have been told a state. */
    void connect(int clients) {
        vertx.runOnContext(now -> {
            var client = vertx.createNetClient(new NetClientOptions().setReceiveBufferSize(16 * 1024));
            for (int first = 0; first < Math.min(AT_ONCE, clients); first++) {
                connect(client, first, clients);
            }
        });
        if (!Waiting.until(PATIENCE, () -> watching.get() == clients || lost.get() > 0) || lost.get() > 0) {
            throw new UserError("Of %,d clients %,d were told a state, and %,d were cut off: see application.log"
                    .formatted(clients, watching.get(), lost.get()));
        }
    }

    private void connect(NetClient client, int number, int clients) {
        if (number >= clients) {
            return;
        }
        client.connect(port, "127.0.0.1").onFailure(failure -> lost.incrementAndGet()).onSuccess(socket -> {
            socket.closeHandler(closed -> lost.incrementAndGet());
            socket.handler(new Messages(() -> {
                watching.incrementAndGet();
                connect(client, number + AT_ONCE, clients);
            })::received);
            ask(socket, number);
        });
    }

    private void ask(NetSocket socket, int number) {
        socket.write("GET /live?subject=" + subject.apply(number) + " HTTP/1.1\r\nhost: 127.0.0.1:" + port + "\r\n\r\n");
    }

    int lost() {
        return lost.get();
    }

    /** The messages of one stream; the lengths of chunks stand between them, and nobody minds. */
    private final class Messages {

        private final Runnable first;
        private String rest = "";
        private boolean begun;

        Messages(Runnable first) {
            this.first = first;
        }

        void received(Buffer bytes) {
            rest += bytes.toString(StandardCharsets.ISO_8859_1);
            for (int end = rest.indexOf(END_OF_MESSAGE); end >= 0; end = rest.indexOf(END_OF_MESSAGE)) {
                message(rest.substring(0, end));
                rest = rest.substring(end + END_OF_MESSAGE.length());
            }
        }

        private void message(String text) {
            if (begun) {
                heard.accept(text);
            } else if (text.contains("\"subject-state\"")) {
                begun = true;
                first.run();
            }
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
