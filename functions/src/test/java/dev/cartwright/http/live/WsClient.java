package dev.cartwright.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cartwright.rules.Json;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser's WebSocket, near enough. */
final class WsClient implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    static WsClient open(String query, String token) {
        return open(query, null, "cartwright", "bearer." + token);
    }

    /** Throws what is refused as {@link Refused}. */
    static WsClient open(String query, String origin, String... protocols) {
        var client = new WsClient();
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (protocols.length > 0) {
            builder.subprotocols(protocols[0], java.util.Arrays.copyOfRange(protocols, 1, protocols.length));
        }
        if (origin != null) {
            builder.header("origin", origin);
        }
        try {
            client.socket = builder.buildAsync(
                    URI.create("ws://localhost:" + RestAssured.port + "/live/ws?" + query), client).join();
            return client;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode(), refused.getResponse().headers());
            }
            throw e;
        }
    }

    /** The handshake was answered otherwise. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int status;
        private final transient HttpHeaders headers;

        Refused(int status, HttpHeaders headers) {
            super("refused: " + status);
            this.status = status;
            this.headers = headers;
        }

        int status() {
            return status;
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            messages.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    /** Whatever comes next, heartbeats too. */
    JsonNode frame() {
        try {
            var message = messages.poll(20, TimeUnit.SECONDS);
            assertThat(message).as("the next message").isNotNull();
            return Json.MAPPER.readTree(message);
        } catch (InterruptedException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode next() {
        var frame = frame();
        while (frame.path("kind").asText().equals("heartbeat")) {
            frame = frame();
        }
        return frame;
    }

    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
