package dev.cartwright.bench;

import dev.cartwright.local.UserError;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests over many keep-alive connections, on each the next as soon as the last is answered. It reads of an
 * answer no more than it must, to leave the processors to those that are measured.
 */
final class HttpLoad {

    private static final int MOST_REFUSED = 1_000;
    private static final long AGAIN_MILLIS = 50;
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Feed feed;
    private final Window window;
    private int underWay;
    private int refused;

    private HttpLoad(Feed feed, Window window) {
        this.feed = feed;
        this.window = window;
    }

    /** Runs until the window is over or there is nothing left to send. */
    static Figure run(int port, int connections, Feed feed, Window window, Duration patience) {
        var load = new HttpLoad(feed, window);
        try {
            load.vertx.runOnContext(now -> load.connect(port, connections));
            load.over.get(patience.plus(SPARE).toMillis(), TimeUnit.MILLISECONDS);
            return window.figure();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new UserError("The load was not carried: " + e, e);
        } finally {
            load.vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void connect(int port, int connections) {
        var client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        for (int i = 0; i < connections; i++) {
            client.connect(port, "127.0.0.1").onSuccess(socket -> new Connection(socket).next())
                    .onFailure(over::completeExceptionally);
        }
    }

    private final class Connection {

        private final NetSocket socket;
        private final Answer answer = new Answer();
        private Request request;
        private long sentAt;

        Connection(NetSocket socket) {
            this.socket = socket;
            socket.handler(this::received);
            socket.closeHandler(closed -> over.completeExceptionally(new IllegalStateException("connection closed")));
        }

        void next() {
            request = window.isOver() ? null : feed.next();
            if (request != null) {
                underWay++;
                sentAt = System.nanoTime();
                socket.write(Buffer.buffer(request.bytes()));
            } else if (underWay == 0) {
                over.complete(null);
            } else if (!window.isOver()) {
                vertx.setTimer(1, later -> next());
            }
        }

        private void received(Buffer bytes) {
            if (answer.isComplete(bytes)) {
                underWay--;
                settle(answer.status());
            }
        }

        private void settle(int status) {
            if (status / 100 == 2) {
                feed.accepted(request);
                window.took(System.nanoTime() - sentAt);
                window.completed(1);
                next();
            } else if (++refused > MOST_REFUSED) {
                over.completeExceptionally(new IllegalStateException("answered " + status));
            } else {
                feed.refused(request);
                vertx.setTimer(AGAIN_MILLIS, later -> next());
            }
        }
    }
}
