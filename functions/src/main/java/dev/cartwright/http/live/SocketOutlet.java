package dev.cartwright.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Text frames of a WebSocket. */
final class SocketOutlet implements Outlet {

    private static final Logger LOG = Logger.getLogger(SocketOutlet.class);

    private final WebSocketConnection socket;
    private final HttpConnection connection;
    private final long maxWaiting;
    private final AtomicLong waiting = new AtomicLong();

    SocketOutlet(WebSocketConnection socket, HttpConnection connection, long maxWaiting) {
        this.socket = socket;
        this.connection = connection;
        this.maxWaiting = maxWaiting;
    }

    @Override
    public boolean isFull() {
        return waiting.get() > maxWaiting;
    }

    @Override
    public void tell(String id, Wording message) {
        send("{\"id\":\"%s\",\"kind\":\"%s\",\"event\":".formatted(id, message.kind().name().toLowerCase(Locale.ROOT))
                + new String(message.json(), UTF_8) + '}');
    }

    private void send(String text) {
        waiting.addAndGet(text.length());
        socket.sendText(text).subscribe().with(sent -> waiting.addAndGet(-text.length()), SocketOutlet::isGone);
    }

    /** Its end is heard of in any case. */
    private static void isGone(Throwable failure) {
        LOG.debug("A client is gone", failure);
    }

    /** No ping: browsers do not show those to pages. */
    @Override
    public void heartbeat(String id) {
        send(id == null ? "{\"kind\":\"heartbeat\"}" : "{\"id\":\"" + id + "\",\"kind\":\"heartbeat\"}");
    }

    @Override
    public Future<Void> end(EndReason reason, long retryMillis) {
        send("{\"kind\":\"end\",\"reason\":\"%s\",\"retry\":%d}".formatted(reason.word(), retryMillis));
        return close(new CloseReason(reason.code(), reason.word()));
    }

    Future<Void> close(CloseReason reason) {
        return Future.fromCompletionStage(socket.close(reason).subscribeAsCompletionStage());
    }

    @Override
    public void abort() {
        connection.close();
    }
}
