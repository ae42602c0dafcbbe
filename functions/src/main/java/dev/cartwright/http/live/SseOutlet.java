package dev.cartwright.http.live;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cartwright.live.LiveMessage.Kind;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;

/** Server-sent events, as the HTML standard has them. */
final class SseOutlet implements Outlet {

    private static final byte[] END_OF_EVENT = "\n\n".getBytes(US_ASCII);

    private final HttpServerResponse response;
    private final HttpConnection connection;

    SseOutlet(HttpServerResponse response, HttpConnection connection) {
        this.response = response;
        this.connection = connection;
    }

    /** The head, so that the client knows at once that it is connected. */
    void begin(long retryMillis) {
        response.putHeader("content-type", "text/event-stream").putHeader("x-accel-buffering", "no").setChunked(true)
                .write("retry: " + retryMillis + "\n\n");
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public void tell(String id, Wording message) {
        var head = (message.kind() == Kind.RESET ? "event: reset\nid: " : "id: ") + id + "\ndata: ";
        // why wrapped: what is long is not copied for everyone who is told it.
        response.write(BufferImpl.buffer(
                Unpooled.wrappedBuffer(head.getBytes(US_ASCII), message.json(), END_OF_EVENT)));
    }

    @Override
    public void heartbeat(String id) {
        response.write(id == null ? ":\n\n" : ":\nid: " + id + "\n\n");
    }

    @Override
    public Future<Void> end(EndReason reason, long retryMillis) {
        return response.end(Buffer.buffer("event: end\ndata: {\"reason\":\"%s\",\"retry\":%d}\n\n"
                .formatted(reason.word(), retryMillis)));
    }

    @Override
    public void abort() {
        if (!response.reset()) {
            connection.close();
        }
    }
}
