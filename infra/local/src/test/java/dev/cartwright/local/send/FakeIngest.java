package dev.cartwright.local.send;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A real HTTP server in the place of the ingest, which answers batches as it is told. */
final class FakeIngest implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final Set<String> authorizations = new CopyOnWriteArraySet<>();
    private final HttpServer server = vertx.createHttpServer().requestHandler(this::handle);
    private final BiConsumer<List<String>, HttpServerResponse> behaviour;

    FakeIngest(BiConsumer<List<String>, HttpServerResponse> behaviour) {
        this.behaviour = behaviour;
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    List<List<String>> batches() {
        return batches;
    }

    /** What the requests said of who sends; empty where none said anything. */
    Set<String> authorizations() {
        return authorizations;
    }

    List<String> ids() {
        return batches.stream().flatMap(List::stream).toList();
    }

    static void results(HttpServerResponse response, Integer... statuses) {
        var results = new JsonArray();
        for (int status : statuses) {
            results.add(new JsonObject().put("status", status).put("problem", new JsonObject().put("title", "why")));
        }
        response.setStatusCode(207).end(results.encode());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void handle(HttpServerRequest request) {
        Optional.ofNullable(request.getHeader("authorization")).ifPresent(authorizations::add);
        request.body().onSuccess(body -> {
            var ids = ids(body);
            batches.add(ids);
            behaviour.accept(ids, request.response());
        });
    }

    private static List<String> ids(Buffer body) {
        return body.toJsonArray().stream().map(event -> ((JsonObject) event).getString("id")).toList();
    }
}
