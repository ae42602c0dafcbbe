package dev.cartwright.local.broker;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A real HTTP server in the place of the functions, which remembers each request and answers as it is told. */
final class FakeFunctions implements AutoCloseable {
    record Received(String contentType, String id, String subject, String attempt, String traces, Buffer body) {
        static Received of(HttpServerRequest request, Buffer body) {
            return new Received(request.getHeader("content-type"), request.getHeader("ce-id"),
                request.getHeader("ce-subject"), request.getHeader("cartwright-delivery-attempt"),
                request.getHeader("traceparent") + " " + request.getHeader("cartwright-traceparents"), body);
        }

        boolean isBatch() {
            return "application/cloudevents-batch+json".equals(contentType);
        }

        List<String> ids() {
            return isBatch()
                ? body.toJsonArray().stream().map(event -> ((JsonObject) event).getString("id")).toList()
                : List.of(id);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<Received, HttpServerResponse> behaviour = (event, response) -> answer(response, 204);
    private HttpServer server;

    private FakeFunctions() {
    }

    static FakeFunctions start() {
        var functions = new FakeFunctions();
        functions.listen(0);
        return functions;
    }

    static void answer(HttpServerResponse response, int status) {
        response.setStatusCode(status).end();
    }

    FakeFunctions answering(BiConsumer<Received, HttpServerResponse> other) {
        behaviour = other;
        return this;
    }

    FakeFunctions answering(int status) {
        return answering((event, response) -> answer(response, status));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    List<Received> received() {
        return received;
    }

    List<String> ids() {
        return received.stream().flatMap(each -> each.ids().stream()).toList();
    }

    void stop() {
        await(server.close());
    }

    void listenAgain() {
        listen(server.actualPort());
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void listen(int port) {
        server = vertx.createHttpServer().requestHandler(this::handle);
        await(server.listen(port, "127.0.0.1"));
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var each = Received.of(request, body);
            received.add(each);
            behaviour.accept(each, request.response());
        });
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
