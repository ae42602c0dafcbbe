package dev.cartwright.http.live;

import dev.cartwright.http.problem.Refusal;
import dev.cartwright.runtime.Unavailable;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;

/** {@code /live/ws}: the same messages as {@code GET /live}, a text frame each. */
@WebSocket(path = WebSocketDoor.PATH)
public class LiveSocket {

    private static final TypedKey<Stream> STREAM = new TypedKey<>(Stream.class.getName());
    private static final int TRY_AGAIN_LATER = 1013;

    private final Streams streams;
    private final LiveConfig config;

    LiveSocket(Streams streams, LiveConfig config) {
        this.streams = streams;
        this.config = config;
    }

    /** Begins to tell; who has become one too many since the handshake is sent away. */
    @OnOpen
    @NonBlocking
    public void begin(WebSocketConnection connection) {
        var visitor = connection.userData().remove(WebSocketDoor.VISITOR);
        var outlet = new SocketOutlet(connection, visitor.connection(), config.maxWaiting().asLongValue());
        try {
            connection.userData().put(STREAM, streams.open(visitor.caller(), visitor.watch(), visitor.tokenEnd(),
                    Vertx.currentContext(), outlet));
        } catch (Refusal | Unavailable late) {
            outlet.close(new CloseReason(TRY_AGAIN_LATER, late.getMessage()));
        }
    }

    /** Whoever closed it. */
    @OnClose
    @NonBlocking
    public void end(WebSocketConnection connection) {
        var stream = connection.userData().get(STREAM);
        if (stream != null) {
            stream.gone();
        }
    }
}
